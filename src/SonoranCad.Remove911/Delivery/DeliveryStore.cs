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
internal sealed class DeliveryStore(IKeyValueStore store, ExceptionGuard guard, TickBudget budget) : ITickable
{
    // Otherwise every tick would log the error of a failing disk.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private const int MaxRounds = 8;

    // What the store should hold, and the keys that changed since the last flush. A deleted key has no value.
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Queue<string> _unverified = new();
    private readonly Dictionary<string, Func<string>> _late = new(StringComparer.Ordinal);
    private readonly StoreReader _reader = new(store, guard);
    private Exception? _error;
    private TimeSpan _nextFlushAt;
    private bool _isDamaged;
    private int _repairs;

    public bool NeedsTick => _changed.Count + _late.Count > 0;

    public void Set(string key, string value)
    {
        // Writing what is there already could only damage another key, and nobody would notice: this one is right.
        if (!_values.TryGetValue(key, out var old) || old != value)
        {
            MarkChanged(key);
            _values[key] = value;
            TryWrite(key, value);
        }
    }

    /// <summary>Sets a value that is only made for the next flush, because it is long and changes often.</summary>
    public void SetLate(string key, Func<string> value) => _late[key] = value;

    public void Delete(string key)
    {
        MarkChanged(key);
        _values.Remove(key);
        TryWrite(key, null);
    }

    /// <inheritdoc cref="StoreReader.Keys"/>
    public IReadOnlyCollection<string> Keys(string prefix) => _reader.Keys(prefix);

    /// <summary>Reads a value and watches over it from now on: it is repaired if a damaged write hits it.</summary>
    /// <returns>Null if it is missing or cannot be read.</returns>
    public string? Restore(string key)
    {
        if (_reader.TryRead(key, out var value) && value is not null)
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
            FlushChanges();
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
        try
        {
            store.Flush();
            if (!_isDamaged)
            {
                _changed.Clear();
            }
        }
        catch (Exception e)
        {
            _error ??= e;
        }

        // What is still not as it should be is looked at again with the next flush.
        foreach (var key in _changed)
        {
            _unverified.Enqueue(key);
        }

        _isDamaged = false;
        _repairs = 0;
        if (_error is not null)
        {
            guard.LogFault("store", _error);
            _error = null;
        }
    }

    private void MarkChanged(string key)
    {
        // Once it is overwritten, nobody would see that an earlier change has hit another key.
        _isDamaged |= !_changed.Add(key) && !IsStored(key);
        _unverified.Enqueue(key);
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
                TryWrite(key, Expected(key));
            }

            if (_unverified.Count == 0 && _isDamaged && _repairs++ < MaxRounds)
            {
                _isDamaged = false;
                EnqueueAll();
            }

            if (_unverified.Count > 0 && budget.IsSpent)
            {
                return false;
            }
        }

        return true;
    }

    // An entry under a key that nobody knows is the trace of a damaged key: after a restart, it would bring a completed
    // removal back.
    private void EnqueueAll() =>
        _values.Keys.Concat(_changed).Concat(Keys(OutboxStore.Prefix)).Distinct().ToList().ForEach(_unverified.Enqueue);

    private bool IsStored(string key) => _reader.TryRead(key, out var value) && value == Expected(key);

    private string? Expected(string key) => _values.TryGetValue(key, out var value) ? value : null;

    private void TryWrite(string key, string? value)
    {
        try
        {
            if (value is null)
            {
                store.Delete(key);
            }
            else
            {
                store.Set(key, value);
            }
        }
        catch (Exception e)
        {
            // The flush logs it, finds that the change is missing and writes it again.
            _error ??= e;
        }
    }
}
