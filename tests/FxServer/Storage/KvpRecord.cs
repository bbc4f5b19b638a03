using System;
using System.Buffers.Text;
using System.IO;
using System.Text;

namespace FxServer;

/// <summary>
/// A line of the store's file: a letter, then texts in Base64. It is built in place, because the real store also writes with
/// one copy and one system call: the stand-in must not distort the benchmarks of a resource.
/// </summary>
internal sealed class KvpRecord
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>Discards the previous line.</summary>
    public void Begin(char kind)
    {
        _bytes[0] = (byte)kind;
        _length = 1;
    }

    public void Add(string text)
    {
        // Room for the space before it and for the line break after the last one.
        var most = Base64.GetMaxEncodedToUtf8Length(Encoding.UTF8.GetMaxByteCount(text.Length)) + 2;
        if (_length + most > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + most, _bytes.Length * 2));
        }

        _bytes[_length++] = (byte)' ';
        var count = Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, _length);
        Base64.EncodeToUtf8InPlace(_bytes.AsSpan(_length), count, out var written);
        _length += written;
    }

    /// <summary>Ends the line and writes it with one system call.</summary>
    public void WriteTo(FileStream file)
    {
        _bytes[_length++] = (byte)'\n';
        file.Write(_bytes, 0, _length);
    }
}
