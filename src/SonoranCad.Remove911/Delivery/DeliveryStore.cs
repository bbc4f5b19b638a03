namespace SonoranCad.Remove911.Delivery;

/// <summary>Keeps the delivery's state across restarts. Writes do not wait for the disk; <see cref="Flush"/> does, at most once a tick.</summary>
/// <remarks>
/// A native may throw, and the server may damage a string on its way: a finalizer that frees another resource's function
/// shares a heap of strings with the main thread. So every write is read back before the flush, and if one is not there as
/// written, all of them are checked: the damaged one may have hit another key.
/// </remarks>
internal sealed class DeliveryStore(StoreAccess store, TickBudget budget) : ITickable
{
    // Otherwise every tick would log the error of a failing disk.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private const int MaxRounds = 8;

    private readonly Dictionary<string, StoredValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<StoredValue> _changed = [];
    private readonly Queue<StoredValue> _unverified = new();
    private readonly Dictionary<string, Func<string>> _late = new(StringComparer.Ordinal);
    private TimeSpan _nextFlushAt;
    private bool _isDamaged;
    private int _repairs;

    public bool NeedsTick => _changed.Count + _late.Count > 0;

    public void Set(string key, string value)
    {
        // Writing what is there already could only damage another key, and nobody would notice: this one is right.
        if (Find(key) is var stored && stored.Text != value)
            Change(stored, value);
    }

    /// <summary>Sets a value; false if the key has one.</summary>
    public bool TryAdd(string key, string value)
    {
        var stored = Find(key);
        if (stored.Text is not null)
            return false;

        Change(stored, value);
        return true;
    }

    /// <summary>Sets a value that is built only for the next flush, because it is long and changes often.</summary>
    public void SetLate(string key, Func<string> value) => _late[key] = value;

    public void Delete(string key) => Change(Find(key), null);
    public IReadOnlyCollection<string> Keys(string prefix) => store.Keys(prefix);

    /// <summary>Reads a value, null if there is none or it is unreadable, and repairs it if a damaged write hits it.</summary>
    public string? Restore(string key)
    {
        if (store.TryRead(key, out var value) && value is not null)
            Find(key).Text = value;

        return value;
    }

    /// <summary>Waits for the disk if anything changed. An error is logged, and a later tick tries again.</summary>
    /// <returns>False if the budget ended before all changes were verified: then nothing is flushed yet.</returns>
    public bool Flush()
    {
        foreach (var late in _late)
            Set(late.Key, late.Value());

        _late.Clear();
        var isVerified = Verify();
        if (isVerified && _changed.Count > 0)
            FlushChanges();

        return isVerified;
    }

    public void Tick(TimeSpan now)
    {
        if (NeedsTick && now >= _nextFlushAt)
        {
            _nextFlushAt = now + RetryInterval;
            _nextFlushAt = Flush() && _changed.Count > 0 ? _nextFlushAt : TimeSpan.Zero;
        }
    }

    private StoredValue Find(string key)
    {
        if (!_values.TryGetValue(key, out var stored))
            _values[key] = stored = new StoredValue(key);

        return stored;
    }

    private void Change(StoredValue stored, string? text)
    {
        // Once it is overwritten, nobody would see that an earlier change has hit another key.
        _isDamaged |= !_changed.Add(stored) && !store.IsStored(stored);
        stored.Text = text;
        _unverified.Enqueue(stored);
        store.Write(stored);
    }

    private void FlushChanges()
    {
        if (store.Flush() && !_isDamaged)
        {
            foreach (var deleted in _changed.Where(stored => stored.Text is null))
                _values.Remove(deleted.Key);

            _changed.Clear();
        }

        // What is still wrong is checked again with the next flush.
        foreach (var stored in _changed)
            _unverified.Enqueue(stored);

        _isDamaged = false;
        _repairs = 0;
    }

    // Writing and reading back may each be damaged again, so it takes a few rounds at worst.
    private bool Verify()
    {
        while (_unverified.Count > 0)
        {
            var stored = _unverified.Dequeue();
            if (!store.IsStored(stored))
            {
                _isDamaged = true;
                store.Write(stored);
            }

            if (_unverified.Count == 0 && _isDamaged && _repairs++ < MaxRounds)
            {
                _isDamaged = false;
                EnqueueAll();
            }

            if (_unverified.Count > 0 && budget.IsSpent)
                return false;
        }

        return true;
    }

    // An entry under an unknown key is the trace of a damaged key: after a restart, it would bring a completed removal back.
    private void EnqueueAll()
    {
        var unknown = Keys(OutboxStore.Prefix).Where(key => !_values.ContainsKey(key)).Select(key => new StoredValue(key));
        _values.Values.Concat(unknown).ToList().ForEach(_unverified.Enqueue);
    }
}
