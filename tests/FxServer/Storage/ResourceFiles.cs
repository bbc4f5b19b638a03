using System;
using System.IO;
using System.Text;

namespace FxServer;

/// <summary>Files in a resource's folder, and nowhere else.</summary>
internal static class ResourceFiles
{
    /// <summary>Null if there is no such file, or it lies outside of the folder.</summary>
    public static string? Load(string? folder, string fileName) =>
        Inside(folder, fileName) is { } path && File.Exists(path) ? File.ReadAllText(path) : null;

    /// <param name="folder">The resource's folder; null when there is no such resource.</param>
    /// <param name="fileName">Relative to the folder, whose subfolders must exist.</param>
    /// <param name="data">Written as UTF-8.</param>
    /// <param name="length">Bytes to write; below zero all.</param>
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
        return path.StartsWith(root, StringComparison.Ordinal) ? path : null;
    }
}
