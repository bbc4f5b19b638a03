namespace SonoranCad.Remove911.Audit;

/// <summary>A file of lines that only grows: UTF-8 without a byte order mark, each line ended by a line feed.</summary>
internal static class AppendOnlyFile
{
    // Effectively unbuffered: with a buffer, a full disk would show only on close, too late to truncate.
    private const int BufferBytes = 1;

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Appends whole lines with their line feeds: all, or none and an exception. Creates the file and its folder.</summary>
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
            // Otherwise the next attempt would duplicate what still fit on a full disk.
            file.SetLength(oldLength);
            throw;
        }
    }

    // A crash during a write leaves half a line, and the next line must not continue it.
    private static bool EndsWithLineFeed(FileStream file)
    {
        if (file.Length == 0)
            return true;

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }
}
