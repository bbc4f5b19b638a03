namespace SonoranCad.Remove911.Delivery;

/// <summary>Reads and writes a store that may throw, or damage keys and values on their way: two reads must agree.</summary>
internal sealed class StoreAccess(IKeyValueStore store, ExceptionGuard guard)
{
    private const int Rounds = 8;

    private Exception? _error;

    /// <summary>The stored keys with a prefix; none if they cannot be read.</summary>
    public IReadOnlyCollection<string> Keys(string prefix)
    {
        // A damaged prefix finds other keys or none, so a second read must find nothing more.
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (int round = 0, reads = 0; round < Rounds && reads < 2; round++)
        {
            guard.Run("store", () =>
            {
                var before = keys.Count;
                keys.UnionWith(store.Keys(prefix).Where(key => key.StartsWith(prefix, StringComparison.Ordinal)));
                reads = keys.Count == before ? reads + 1 : 1;
            });
        }

        return keys.ToList();
    }

    /// <summary>Reads a value, which is null if there is none. False if it cannot be read.</summary>
    public bool TryRead(string key, out string? value)
    {
        value = null;
        var isRead = false;
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                var read = store.Get(key);
                if (isRead && read == value)
                    return true;

                (value, isRead) = (read, true);
            }
            catch (Exception)
            {
                // Reading also throws if someone stored something other than text under our key.
                continue;
            }
        }

        value = null;
        return false;
    }

    public bool IsStored(StoredValue stored) => TryRead(stored.Key, out var text) && text == stored.Text;

    /// <summary>Writes or deletes a value. An error is logged with the flush, which finds that the change is missing.</summary>
    public void Write(StoredValue stored)
    {
        try
        {
            if (stored.Text is null)
                store.Delete(stored.Key);
            else
                store.Set(stored.Key, stored.Text);
        }
        catch (Exception e)
        {
            _error ??= e;
        }
    }

    /// <summary>Waits for the disk, and logs the first error since the last flush; returns whether the flush had none.</summary>
    public bool Flush()
    {
        var isFlushed = true;
        try
        {
            store.Flush();
        }
        catch (Exception e)
        {
            isFlushed = false;
            _error ??= e;
        }

        if (_error is not null)
        {
            guard.LogFault("store", _error);
            _error = null;
        }

        return isFlushed;
    }
}

/// <summary>What the store should hold under a key; a deleted one has no text.</summary>
internal sealed class StoredValue(string key)
{
    public string Key { get; } = key;
    public string? Text { get; set; }
}
