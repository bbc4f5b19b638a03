namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Reads the store although the server may damage a key or a value on its way, or throw: two reads have to agree. A damaged
/// key reads as another one's value or as missing.
/// </summary>
internal sealed class StoreReader(IKeyValueStore store, ExceptionGuard guard)
{
    private const int Rounds = 8;

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
                {
                    return true;
                }

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
}
