using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace FxServer;

/// <summary>
/// One resource's strings, in an append-only file: a line a change, keys and values in Base64. A last line without its end was torn
/// by a crash and counts for nothing.
/// </summary>
internal sealed class KvpStore : IDisposable
{
    private readonly FxKvp _counters;
    private readonly FileStream _file;
    private readonly LineBuffer _line = new LineBuffer();
    private readonly SortedDictionary<string, string> _values = new SortedDictionary<string, string>(StringComparer.Ordinal);
    private long _syncedLength;

    public KvpStore(FxKvp counters, string path)
    {
        _counters = counters;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Read();
        _syncedLength = _file.Length;
    }

    public string? Get(string key) => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>The keys that start so, in the order of their characters.</summary>
    public IReadOnlyList<string> Keys(string prefix) =>
        _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToArray();

    public void Put(string key, string value, bool sync)
    {
        _values[key] = value;
        Append(_line.Begin('S').Add(key).Add(value), sync);
    }

    public void Delete(string key, bool sync)
    {
        _values.Remove(key);
        Append(_line.Begin('D').Add(key), sync);
    }

    /// <summary>Waits until the disk has all that was written.</summary>
    public void Sync()
    {
        _file.Flush(flushToDisk: true);
        _syncedLength = _file.Length;
        _counters.CountSync();
    }

    /// <summary>As after a power loss: what was not synced never was.</summary>
    public void LoseUnsynced()
    {
        _file.SetLength(_syncedLength);
        Read();
    }

    public void Dispose() => _file.Dispose();

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    private void Append(LineBuffer line, bool sync)
    {
        line.WriteTo(_file);
        _file.Flush();
        _counters.CountWrite();
        if (sync)
        {
            Sync();
        }
    }

    private void Read()
    {
        _values.Clear();
        var bytes = new byte[_file.Length];
        _file.Position = 0;
        var length = 0;
        int read;
        while ((read = _file.Read(bytes, length, bytes.Length - length)) > 0)
        {
            length += read;
        }

        var whole = length == 0 ? 0 : Array.LastIndexOf(bytes, (byte)'\n', length - 1) + 1;
        foreach (var line in Encoding.ASCII.GetString(bytes, 0, whole).Split('\n'))
        {
            Apply(line.Split(' '));
        }

        _file.SetLength(whole);
        _file.Position = whole;
    }

    private void Apply(string[] words)
    {
        if (words.Length == 3 && words[0] == "S")
        {
            _values[Decode(words[1])] = Decode(words[2]);
        }
        else if (words.Length == 2 && words[0] == "D")
        {
            _values.Remove(Decode(words[1]));
        }
    }
}
