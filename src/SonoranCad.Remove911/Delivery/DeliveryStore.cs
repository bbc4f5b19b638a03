using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Keeps the delivery's state across restarts. Changes are written at once, without waiting for the disk;
/// <see cref="Flush"/> waits for all of them, at most once a tick.
/// </summary>
/// <remarks>
/// A native may throw, and the server may damage a string on its way: a finalizer that frees another resource's function
/// shares a heap of strings with the main thread. So every write is read back before the flush, and if one is not there as
/// written, all of them are checked: the damaged one may have hit another key.
/// </remarks>
internal sealed class DeliveryStore(IKeyValueStore store, ExceptionGuard guard) : ITickable
{
    // Otherwise every tick would log the error of a failing disk.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private const int MaxRounds = 8;
    private const int KeyRounds = 3;

    // What the store should hold, and the keys that changed since the last flush. A deleted key has no value.
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private Exception? _error;
    private TimeSpan _nextFlushAt;

    public bool NeedsTick => _changed.Count > 0;

    public void Set(string key, string value)
    {
        // Writing what is there already could only damage another key, and nobody would notice: this one is right.
        if (!_values.TryGetValue(key, out var old) || old != value)
        {
            _values[key] = value;
            _changed.Add(key);
            TryWrite(key);
        }
    }

    public void Delete(string key)
    {
        _values.Remove(key);
        _changed.Add(key);
        TryWrite(key);
    }

    /// <summary>The stored keys with a prefix; none if they cannot be read.</summary>
    public IReadOnlyCollection<string> Keys(string prefix)
    {
        // A damaged prefix finds other keys or none.
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < KeyRounds; round++)
        {
            guard.Run("store", () => keys.UnionWith(store.Keys(prefix).Where(key => key.StartsWith(prefix, StringComparison.Ordinal))));
        }

        return keys;
    }

    /// <summary>Reads a value and watches over it from now on: it is repaired if a damaged write hits it.</summary>
    /// <returns>Null if it is missing or cannot be read.</returns>
    public string? Restore(string key)
    {
        if (TryRead(key, out var value) && value is not null)
        {
            _values[key] = value;
        }

        return value;
    }

    /// <summary>Waits for the disk if anything changed. An error is logged, and a later tick tries again.</summary>
    public void Flush()
    {
        if (_changed.Count == 0)
        {
            return;
        }

        try
        {
            var isStored = _changed.All(IsStored) || TryRepair();
            store.Flush();
            if (isStored)
            {
                _changed.Clear();
            }
        }
        catch (Exception e)
        {
            _error ??= e;
        }

        if (_error is not null)
        {
            guard.LogFault("store", _error);
            _error = null;
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

    // Writing and reading back may each be damaged again, so it takes a few rounds at worst. An entry under a key that
    // nobody knows is the trace of a damaged key: after a restart, it would bring a completed removal back.
    private bool TryRepair()
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var keys = _values.Keys.Concat(_changed).Concat(Keys(OutboxStore.Prefix)).Distinct();
            var damaged = keys.Where(key => !IsStored(key)).ToList();
            if (damaged.Count == 0)
            {
                return true;
            }

            damaged.ForEach(TryWrite);
        }

        return false;
    }

    private bool IsStored(string key) => TryRead(key, out var value) && value == (_values.TryGetValue(key, out var expected) ? expected : null);

    // A damaged key reads as another one's value or as missing, so two reads have to agree.
    private bool TryRead(string key, out string? value)
    {
        value = null;
        var isRead = false;
        for (var round = 0; round < MaxRounds; round++)
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
            // The flush logs it, finds that the change is missing and writes it again.
            _error ??= e;
        }
    }
}
