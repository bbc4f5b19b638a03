namespace SonoranCad.Remove911.Audit;

/// <summary>Writes the outcome of each accepted removal to <c>audit/YYYY-MM.jsonl</c>. A file that can't be written never stops removals.</summary>
internal sealed class AuditLog(IAppendOnlyFiles files, SettingsMonitor settings, IClock clock, ILog log) : IOutcomeListener, ITickable
{
    public const int MaxBuffered = 1000;

    // Oldest first.
    private readonly List<(string File, string Line)> _pending = new();
    private TimeSpan _nextAttemptAt;
    private bool _isFailing;
    private int _lostCount;

    public static TimeSpan RetryInterval { get; } = TimeSpan.FromSeconds(60);
    public bool NeedsTick => _pending.Count > 0;

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        if (!settings.Current.Audit)
            return;

        var now = clock.UtcNow;
        if (_isFailing && _pending.Count >= MaxBuffered)
            _lostCount++;
        else
            _pending.Add((AuditRecord.FileName(now), AuditRecord.Format(entry, error, now)));
    }

    public void Tick(TimeSpan now)
    {
        if (_pending.Count > 0 && now >= _nextAttemptAt && !TryWrite())
            _nextAttemptAt = now + RetryInterval;
    }

    /// <summary>Writes the pending lines when the resource stops, or logs how many are lost.</summary>
    public void Stop()
    {
        if (_pending.Count > 0 && !TryWrite())
        {
            log.Write(LogLevel.Warn, Phrase.OfCount("audit.lost", _pending.Count + _lostCount));
            _pending.Clear();
        }
    }

    private bool TryWrite()
    {
        try
        {
            // One file a month: two if a month has ended since the first line.
            while (_pending.Count > 0)
            {
                var file = _pending[0].File;
                files.Append(file, string.Concat(_pending.Where(record => record.File == file).Select(record => record.Line)));
                _pending.RemoveAll(record => record.File == file);
            }

            OnWriteSucceeded();
            return true;
        }
        catch (Exception e)
        {
            OnWriteFailed(e);
            return false;
        }
    }

    private void OnWriteSucceeded()
    {
        if (_isFailing && _lostCount > 0)
            log.Write(LogLevel.Warn, Phrase.OfCount("audit.works_with_gap", _lostCount));
        else if (_isFailing)
            log.Write(LogLevel.Info, new Phrase("audit.works"));

        _isFailing = false;
        _lostCount = 0;
    }

    private void OnWriteFailed(Exception e)
    {
        if (!_isFailing)
        {
            _isFailing = true;
            var failed = new Phrase("audit.failed").With("file", _pending[0].File).With("details", ExceptionGuard.Summarize(e));
            log.Write(LogLevel.Error, failed.With("most", MaxBuffered).With("seconds", (int)RetryInterval.TotalSeconds));
        }

        var lost = Math.Max(0, _pending.Count - MaxBuffered);
        _lostCount += lost;
        _pending.RemoveRange(_pending.Count - lost, lost);
    }
}
