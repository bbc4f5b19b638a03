using System.IO;
using System.Text;

namespace SonoranCad.Remove911.Audit;

/// <summary>A file of lines that only grows: UTF-8 without a byte order mark, each line ended by a line feed.</summary>
internal static class AppendOnlyFile
{
    // As good as none: with a buffer a full disk would show when the file is closed, after the chance to take back.
    private const int BufferBytes = 1;

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="lines"/> behind what is there: all of them, or none and an exception.</summary>
    /// <param name="path">The file; it and its folder are made where there are none.</param>
    /// <param name="lines">Whole lines, each with its line feed.</param>
    public static void Append(string path, string lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
        var bytes = Encoding.GetBytes(EndsWithLineFeed(file) ? lines : "\n" + lines);
        var oldLength = file.Length;
        file.Seek(oldLength, SeekOrigin.Begin);
        try
        {
            file.Write(bytes, 0, bytes.Length);
            file.Flush();
        }
        catch (IOException)
        {
            _ = TryTruncate(file, oldLength);
            throw;
        }
    }

    // A crash in the midst of writing leaves half a line: the next one must not stand behind it.
    private static bool EndsWithLineFeed(FileStream file)
    {
        if (file.Length == 0)
        {
            return true;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    // What fit on a full disk would be there twice after the next try, as it is if this fails too.
    private static bool TryTruncate(FileStream file, long length)
    {
        try
        {
            file.SetLength(length);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
