using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Keeps the delivery's state across restarts. Changes are written at once, without waiting for the disk;
/// <see cref="Flush"/> waits for all of them, at most once a tick.
/// </summary>
/// <remarks>
/// A write may throw, and the server may damage a string on its way: a finalizer that frees another resource's function
/// shares a heap of strings with the main thread. So every write is read back before the flush, and if one is not there as
/// written, all of them are checked: the damaged one may have hit another key.
/// </remarks>
internal sealed class DeliveryStore(IKeyValueStore store, ExceptionGuard guard) : ITickable
{
    // Otherwise every tick would log the error of a failing disk.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private const int MaxRepairs = 8;

    // What the store should hold, and the keys that changed since the last flush. A deleted key has no value.
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private TimeSpan _nextFlushAt;

    public bool NeedsTick => _changed.Count > 0;

    public void Set(string key, string value)
    {
        _values[key] = value;
        _changed.Add(key);
        TryWrite(key);
    }

    public void Delete(string key)
    {
        _values.Remove(key);
        _changed.Add(key);
        TryWrite(key);
    }

    /// <summary>The stored keys with a prefix; none if they cannot be read.</summary>
    public IReadOnlyList<string> Keys(string prefix)
    {
        IReadOnlyList<string> keys = [];
        guard.Run("store", () => keys = store.Keys(prefix));
        return keys;
    }

    /// <summary>The value of a key; null if it is missing or cannot be read.</summary>
    public string? Get(string key)
    {
        try
        {
            return store.Get(key);
        }
        catch (Exception)
        {
            // Reading throws if someone stored something other than text under our key.
            return null;
        }
    }

    /// <summary>Reads a value and watches over it from now on: it is repaired if a damaged write hits it.</summary>
    public string? Restore(string key)
    {
        var value = Get(key);
        if (value is not null)
        {
            _values[key] = value;
        }

        return value;
    }

    /// <summary>Waits for the disk if anything changed. An error is logged, and a later tick tries again.</summary>
    public void Flush()
    {
        if (_changed.Count > 0)
        {
            guard.Run("store", FlushChanges);
        }
    }

    public void Tick(TimeSpan now)
    {
        if (_changed.Count > 0 && now >= _nextFlushAt)
        {
            _nextFlushAt = now + RetryInterval;
            Flush();
            _nextFlushAt = _changed.Count > 0 ? _nextFlushAt : TimeSpan.Zero;
        }
    }

    private void FlushChanges()
    {
        if (!_changed.All(IsStored))
        {
            Repair();
        }

        store.Flush();
        _changed.Clear();
    }

    // Writing and reading back may each be damaged again, so it takes a few rounds at worst.
    private void Repair()
    {
        for (var round = 0; round < MaxRepairs; round++)
        {
            var damaged = _values.Keys.Concat(_changed).Distinct().Where(key => !IsStored(key)).ToList();
            if (damaged.Count == 0)
            {
                return;
            }

            damaged.ForEach(TryWrite);
        }
    }

    private bool IsStored(string key) => Get(key) == (_values.TryGetValue(key, out var value) ? value : null);

    private void TryWrite(string key)
    {
        try
        {
            if (_values.TryGetValue(key, out var value))
            {
                store.Set(key, value);
            }
            else
            {
                store.Delete(key);
            }
        }
        catch (Exception e)
        {
            // The flush finds that it is missing and writes it again.
            guard.LogFault("store", e);
        }
    }
}
