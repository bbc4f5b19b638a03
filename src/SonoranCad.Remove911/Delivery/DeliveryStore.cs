using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Keeps the delivery's state across restarts. Changes are written at once, without waiting for the disk;
/// <see cref="Flush"/> waits for all of them, at most once a tick.
/// </summary>
internal sealed class DeliveryStore(IKeyValueStore store, ExceptionGuard guard) : ITickable
{
    // Otherwise every tick would log the error of a failing disk.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private bool _hasChanges;
    private TimeSpan _nextFlushAt;

    public bool NeedsTick => _hasChanges;

    public void Set(string key, string value)
    {
        store.Set(key, value);
        _hasChanges = true;
    }

    public void Delete(string key)
    {
        store.Delete(key);
        _hasChanges = true;
    }

    public IReadOnlyList<string> Keys(string prefix) => store.Keys(prefix);

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

    /// <summary>Waits for the disk if anything changed. An error is logged, and a later tick tries again.</summary>
    public void Flush()
    {
        if (_hasChanges)
        {
            guard.Run("store", FlushChanges);
        }
    }

    public void Tick(TimeSpan now)
    {
        if (_hasChanges && now >= _nextFlushAt)
        {
            _nextFlushAt = now + RetryInterval;
            Flush();
            _nextFlushAt = _hasChanges ? _nextFlushAt : TimeSpan.Zero;
        }
    }

    private void FlushChanges()
    {
        store.Flush();
        _hasChanges = false;
    }
}
