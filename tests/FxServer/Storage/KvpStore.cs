using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace FxServer;

/// <summary>
/// One resource's strings in an append-only file: one line per change, keys and values in Base64. A last line without a line
/// break was truncated by a crash and is ignored.
/// </summary>
internal sealed class KvpStore : IDisposable
{
    private readonly FxKvp _kvp;
    private readonly FileStream _file;
    private readonly KvpRecord _line = new KvpRecord();
    private readonly Dictionary<string, string> _values = new Dictionary<string, string>(StringComparer.Ordinal);
    private long _syncedLength;

    public KvpStore(FxKvp kvp, string path)
    {
        _kvp = kvp;

        // No buffer: a completed write has reached the operating system, so it outlives the process.
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        Read();
        _syncedLength = _file.Length;
    }

    public string? Get(string key) => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>The keys with this prefix, in ordinal order.</summary>
    public IReadOnlyList<string> Keys(string prefix) =>
        _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(key => key, StringComparer.Ordinal).ToArray();

    public void Put(string key, string value, bool sync)
    {
        _values[key] = value;
        _line.Begin('S');
        _line.Add(key);
        _line.Add(value);
        Append(sync);
    }

    public void Delete(string key, bool sync)
    {
        _values.Remove(key);
        _line.Begin('D');
        _line.Add(key);
        Append(sync);
    }

    /// <summary>Makes everything written so far survive a power loss.</summary>
    public void Sync()
    {
        _file.Flush(_kvp.WaitsForDisk);
        _syncedLength = _file.Length;
        _kvp.CountSync();
    }

    /// <summary>Discards what was not synced, as a power loss does.</summary>
    public void LoseUnsynced()
    {
        _file.SetLength(_syncedLength);
        Read();
    }

    public void Dispose() => _file.Dispose();

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    private void Append(bool sync)
    {
        var before = _file.Position;
        try
        {
            _line.WriteTo(_file);
            _kvp.CountWrite();
            if (sync)
            {
                Sync();
            }
        }
        catch (IOException failure)
        {
            // A full disk. The natives return nothing, so the resource is not told. Half a line would corrupt the next one.
            _file.SetLength(before);
            _file.Position = before;
            _kvp.ReportFailure(failure);
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
