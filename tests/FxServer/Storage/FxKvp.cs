using System;
using System.Collections.Generic;
using System.IO;

namespace FxServer;

/// <summary>The server's key-value stores, one per resource name. They outlive resources and servers.</summary>
public sealed class FxKvp : IDisposable
{
    private readonly string _directory;
    private readonly Dictionary<string, KvpStore> _stores = new Dictionary<string, KvpStore>(StringComparer.Ordinal);
    private readonly FxConsole _console;

    internal FxKvp(string directory, FxConsole console)
    {
        _directory = directory;
        _console = console;
    }

    /// <summary>The number of sets and deletes by resources and by <see cref="Set"/>, synced or not.</summary>
    public int Writes { get; private set; }

    /// <summary>How often somebody waited for the disk: plain sets and deletes, and flushes.</summary>
    public int Syncs { get; private set; }

    /// <summary>
    /// If true, <see cref="GameServer.KillResource"/> loses unflushed changes, as a power loss would. Default false.
    /// </summary>
    public bool LoseUnflushedOnKill { get; set; }

    /// <summary>
    /// Whether a sync waits for the machine's disk. Default true. What <see cref="LoseUnflushedOnKill"/> loses does not depend
    /// on it.
    /// </summary>
    public bool WaitsForDisk { get; set; } = true;

    /// <summary>Sets a value as the resource would, synced.</summary>
    public void Set(string resource, string key, string value) => Open(resource).Put(key, value, sync: true);

    /// <summary>Deletes a value as the resource would, synced.</summary>
    public void Delete(string resource, string key) => Open(resource).Delete(key, sync: true);

    /// <summary>The resource's value; null if there is none.</summary>
    public string? Get(string resource, string key) => Open(resource).Get(key);

    /// <summary>The resource's keys in order.</summary>
    public IReadOnlyList<string> Keys(string resource) => Open(resource).Keys("");

    public void Dispose()
    {
        foreach (var store in _stores.Values)
        {
            store.Dispose();
        }

        _stores.Clear();
    }

    internal void CountWrite() => Writes++;

    internal void CountSync() => Syncs++;

    internal void ReportFailure(IOException failure) => _console.WriteLine($"Couldn't write the key-value store: {failure.Message}");

    internal void Kill(string resource)
    {
        if (LoseUnflushedOnKill)
        {
            Open(resource).LoseUnsynced();
        }
    }

    internal KvpStore Open(string resource)
    {
        if (!_stores.TryGetValue(resource, out var store))
        {
            Directory.CreateDirectory(_directory);
            store = new KvpStore(this, Path.Combine(_directory, Uri.EscapeDataString(resource) + ".kvp"));
            _stores[resource] = store;
        }

        return store;
    }
}
