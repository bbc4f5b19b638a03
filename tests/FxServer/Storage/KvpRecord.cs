using System;
using System.Buffers.Text;
using System.IO;
using System.Text;

namespace FxServer;

/// <summary>
/// A line of the store's file: a letter, then texts in Base64. Put together in place, since the server's store too makes a write of
/// one copy and one call of the system: benchmarks measure resources by what the stand-in does not add.
/// </summary>
internal sealed class KvpRecord
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>Forgets the line before.</summary>
    public void Begin(char kind)
    {
        _bytes[0] = (byte)kind;
        _length = 1;
    }

    public void Add(string text)
    {
        // The space before it, and the line's end behind the last one.
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

    /// <summary>Ends the line and hands it to the system in one write.</summary>
    public void WriteTo(FileStream file)
    {
        _bytes[_length++] = (byte)'\n';
        file.Write(_bytes, 0, _length);
    }
}
