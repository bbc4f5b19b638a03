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
internal sealed class DeliveryStore(IKeyValueStore store, ExceptionGuard guard, TickBudget budget) : ITickable
{
    // Otherwise every tick would log the error of a failing disk.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private const int MaxRepairs = 8;

    // What the store should hold, and the keys that changed since the last flush. A deleted key has no value.
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Queue<string> _unverified = new();
    private readonly Dictionary<string, Func<string>> _late = new(StringComparer.Ordinal);
    private TimeSpan _nextFlushAt;
    private bool _isDamaged;
    private int _repairs;

    public bool NeedsTick => _changed.Count + _late.Count > 0;

    public void Set(string key, string value)
    {
        _values[key] = value;
        Change(key);
    }

    /// <summary>Sets a value that is only made for the next flush, because it is long and changes often.</summary>
    public void SetLate(string key, Func<string> value) => _late[key] = value;

    public void Delete(string key)
    {
        _values.Remove(key);
        Change(key);
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
    /// <returns>False if the budget ended before all changes were verified: then nothing is flushed yet.</returns>
    public bool Flush()
    {
        foreach (var late in _late)
        {
            Set(late.Key, late.Value());
        }

        _late.Clear();
        if (!Verify())
        {
            return false;
        }

        if (_changed.Count > 0)
        {
            guard.Run("store", FlushChanges);
        }

        return true;
    }

    public void Tick(TimeSpan now)
    {
        if (NeedsTick && now >= _nextFlushAt)
        {
            _nextFlushAt = now + RetryInterval;
            _nextFlushAt = Flush() && _changed.Count > 0 ? _nextFlushAt : TimeSpan.Zero;
        }
    }

    private void FlushChanges()
    {
        store.Flush();
        _changed.Clear();
        _repairs = 0;
    }

    private void Change(string key)
    {
        _changed.Add(key);
        _unverified.Enqueue(key);
        TryWrite(key);
    }

    // Writing and reading back may each be damaged again, so it takes a few rounds at worst.
    private bool Verify()
    {
        while (_unverified.Count > 0)
        {
            var key = _unverified.Dequeue();
            if (!IsStored(key))
            {
                _isDamaged = true;
                TryWrite(key);
            }

            if (_unverified.Count == 0 && _isDamaged && _repairs++ < MaxRepairs)
            {
                _isDamaged = false;
                _values.Keys.Concat(_changed).Distinct().ToList().ForEach(_unverified.Enqueue);
            }

            if (_unverified.Count > 0 && budget.IsSpent)
            {
                return false;
            }
        }

        return true;
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
