namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Reads the open calls that the vendor's resource knows, without a request to the CAD: only when somebody asks, because the
/// server copies the whole table, and in the tick, because a player who runs a command sees what other resources print meanwhile.
/// </summary>
internal sealed class VendorCalls(VendorResource vendor, OpenCallCache cache, SecretRedactor secrets, IClock clock, ILog log) : ITickable
{
    // Reading takes at most a fiftieth of the main thread's time.
    private const int PauseFactor = 50;

    // Its first poll of the CAD's list takes a minute.
    private static readonly TimeSpan StartupTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    // How much longer to wait if it reports no change.
    private static readonly TimeSpan ChangeTimeout = TimeSpan.FromSeconds(15);

    private Action<CallList?>? _callback;
    private CallTableReader? _reader;
    private TimeSpan _earliestReadAt;
    private TimeSpan _nextReadAt;
    private bool _isFailureLogged;

    /// <summary>Bounds how much of the table is read in a tick.</summary>
    public required TickBudget Budget { get; init; }

    public bool NeedsTick => _callback is not null;

    /// <summary>Whether reading can tell more than the last time, or is under way.</summary>
    public bool CanRead(CadAccount account) => NeedsTick || (clock.Elapsed >= _nextReadAt && vendor.IsRunningFor(account));

    /// <summary>Reads the calls and calls <paramref name="callback"/> once, from a later tick; with null if they cannot be read.</summary>
    public void Read(Action<CallList?> callback) => _callback = callback;

    public void Tick(TimeSpan now)
    {
        if (_callback is null)
            return;

        _reader ??= new CallTableReader(ReadTable(), cache.IsClosed, secrets, now, clock.UtcNow);
        if (!_reader.Advance(Budget))
            return;

        var calls = _reader.Result;
        var callback = _callback;
        _reader = null;
        _callback = null;
        if (calls is null)
            OnUnreadable();

        callback(calls);
    }

    /// <summary>Handles the vendor's word that its calls have changed.</summary>
    public void OnChanged() => _nextReadAt = _earliestReadAt;

    public void OnStarting(string resource)
    {
        if (resource == VendorResource.Name)
        {
            vendor.Reset();
            _earliestReadAt = _nextReadAt = clock.Elapsed + StartupTime;
        }
    }

    // Another resource's code: it may throw anything, and take its time. Thousands of calls take tens of milliseconds.
    private object? ReadTable()
    {
        var start = clock.Elapsed;
        try
        {
            return vendor.ReadCache();
        }
        catch (Exception)
        {
            return null;
        }
        finally
        {
            var end = clock.Elapsed;
            var pause = TimeSpan.FromTicks((end - start).Ticks * PauseFactor);
            _earliestReadAt = end + (pause > MinInterval ? pause : MinInterval);
            _nextReadAt = _earliestReadAt + ChangeTimeout;
        }
    }

    private void OnUnreadable()
    {
        vendor.Reset();
        if (!_isFailureLogged)
        {
            _isFailureLogged = true;
            log.Write(LogLevel.Warn, new Phrase("log.vendor_calls").With("export", VendorResource.CacheExport));
        }
    }
}
