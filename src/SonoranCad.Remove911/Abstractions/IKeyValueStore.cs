using System.Collections.Generic;

namespace SonoranCad.Remove911.Abstractions;

/// <summary>The server's key-value store for this resource: it outlives restarts and crashes.</summary>
internal interface IKeyValueStore
{
    /// <summary>Writes without waiting for the disk; <see cref="Flush"/> waits for all of it at once.</summary>
    void Set(string key, string value);

    /// <summary>Deletes without waiting for the disk.</summary>
    void Delete(string key);

    /// <summary>The value of <paramref name="key"/>, or null.</summary>
    string? Get(string key);

    /// <summary>The keys that begin with <paramref name="prefix"/>.</summary>
    IReadOnlyList<string> Keys(string prefix);

    /// <summary>Waits for the disk, on the main thread: once a tick at most.</summary>
    void Flush();
}
