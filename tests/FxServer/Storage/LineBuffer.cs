using System;
using System.IO;
using System.Text;

namespace FxServer;

/// <summary>Makes one line of a store's file, in buffers that it keeps: the real store's writes leave no garbage either.</summary>
internal sealed class LineBuffer
{
    private byte[] _text = new byte[256];
    private char[] _line = new char[512];
    private byte[] _bytes = new byte[512];
    private int _length;

    public LineBuffer Begin(char verb)
    {
        _length = 0;
        _line[_length++] = verb;
        return this;
    }

    /// <summary>Adds a word in Base64.</summary>
    public LineBuffer Add(string word)
    {
        Grow(ref _text, Encoding.UTF8.GetMaxByteCount(word.Length));
        var count = Encoding.UTF8.GetBytes(word, 0, word.Length, _text, 0);
        Grow(ref _line, _length + 2 + (((count + 2) / 3) * 4));
        _line[_length++] = ' ';
        _length += Convert.ToBase64CharArray(_text, 0, count, _line, _length);
        return this;
    }

    public void WriteTo(Stream stream)
    {
        _line[_length++] = '\n';
        Grow(ref _bytes, _length);
        stream.Write(_bytes, 0, Encoding.ASCII.GetBytes(_line, 0, _length, _bytes, 0));
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            Array.Resize(ref buffer, length * 2);
        }
    }
}
