namespace SonoranCad.Remove911.Abstractions;

/// <summary>The server's key-value store for this resource. It survives restarts and crashes.</summary>
internal interface IKeyValueStore
{
    /// <summary>Writes without waiting for the disk; <see cref="Flush"/> waits for all writes at once.</summary>
    void Set(string key, string value);

    /// <summary>Deletes without waiting for the disk.</summary>
    void Delete(string key);

    string? Get(string key);

    /// <summary>The keys that start with <paramref name="prefix"/>.</summary>
    IReadOnlyList<string> Keys(string prefix);

    /// <summary>Blocks the main thread until the disk is done: call it once per tick at most.</summary>
    void Flush();
}
