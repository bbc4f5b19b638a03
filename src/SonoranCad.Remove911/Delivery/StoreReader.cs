using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Reads the store although the server may damage a key or a value on its way, or throw: two reads have to agree. A damaged
/// key reads as another one's value or as missing.
/// </summary>
internal sealed class StoreReader(IKeyValueStore store, ExceptionGuard guard)
{
    private const int KeyRounds = 3;
    private const int ValueRounds = 8;

    /// <summary>The stored keys with a prefix; none if they cannot be read.</summary>
    public IReadOnlyCollection<string> Keys(string prefix)
    {
        // A damaged prefix finds other keys or none.
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (int round = 1, known = -1; round <= KeyRounds && known != keys.Count; round++)
        {
            known = round == 1 ? -1 : keys.Count;
            guard.Run("store", () => keys.UnionWith(store.Keys(prefix).Where(key => key.StartsWith(prefix, StringComparison.Ordinal))));
        }

        return keys.ToList();
    }

    /// <summary>Reads a value, which is null if there is none. False if it cannot be read.</summary>
    public bool TryRead(string key, out string? value)
    {
        value = null;
        var isRead = false;
        for (var round = 0; round < ValueRounds; round++)
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
