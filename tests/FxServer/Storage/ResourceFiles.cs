using System;
using System.IO;
using System.Text;

namespace FxServer;

/// <summary>
/// Reads and writes files in a resource's folder and nowhere else. A link in the folder counts as outside, because it may lead
/// there.
/// </summary>
internal static class ResourceFiles
{
    /// <summary>
    /// Null if there is no such file, or if it is outside of the folder. The text is decoded as UTF-8 regardless of its byte
    /// order mark, and ends at the first NUL.
    /// </summary>
    public static string? Load(string? folder, string fileName)
    {
        if (Inside(folder, fileName) is not { } path || !File.Exists(path))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
        var end = text.IndexOf('\0');
        return end < 0 ? text : text.Substring(0, end);
    }

    /// <param name="folder">The resource's folder; null if there is no such resource.</param>
    /// <param name="fileName">Relative to the folder. Its subfolders must exist.</param>
    /// <param name="data">Written as UTF-8.</param>
    /// <param name="length">Bytes to write; negative for all.</param>
    public static bool Save(string? folder, string fileName, string data, int length)
    {
        if (Inside(folder, fileName) is not { } path || !Directory.Exists(Path.GetDirectoryName(path)))
        {
            return false;
        }

        var bytes = Encoding.UTF8.GetBytes(data);
        using var file = File.Create(path);
        file.Write(bytes, 0, length < 0 ? bytes.Length : Math.Min(length, bytes.Length));
        return true;
    }

    private static string? Inside(string? folder, string fileName)
    {
        if (folder is null)
        {
            return null;
        }

        var root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, fileName));
        return path.StartsWith(root, StringComparison.Ordinal) && !IsBehindLink(path, root) ? path : null;
    }

    private static bool IsBehindLink(string path, string root)
    {
        for (var at = path; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
        {
            if ((File.Exists(at) || Directory.Exists(at)) && (File.GetAttributes(at) & FileAttributes.ReparsePoint) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
