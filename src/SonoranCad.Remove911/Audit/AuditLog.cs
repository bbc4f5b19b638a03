using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Audit;

/// <summary>
/// Writes each accepted removal's end to <c>audit/YYYY-MM.jsonl</c>, at the end of the tick that it ended in. Where the
/// file can't be written the removals go on all the same.
/// </summary>
internal sealed class AuditLog : IOutcomeListener, ITickable
{
    /// <summary>How many lines are kept while the file can't be written.</summary>
    public const int MostKept = 1000;

    private readonly IAppendOnlyFiles _files;
    private readonly SettingsMonitor _settings;
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly List<KeyValuePair<string, string>> _lines = new();
    private TimeSpan _nextTryAt;
    private bool _isFailing;
    private int _lost;

    public AuditLog(IAppendOnlyFiles files, SettingsMonitor settings, IClock clock, ILog log)
    {
        _files = files;
        _settings = settings;
        _clock = clock;
        _log = log;
    }

    /// <summary>How long after a failed write the next one is tried.</summary>
    public static TimeSpan RetryInterval { get; } = TimeSpan.FromSeconds(60);

    public bool NeedsTick => _lines.Count > 0;

    public void Ended(OutboxEntry entry, RemovalError? failure)
    {
        if (!_settings.Current.Audit)
        {
            return;
        }

        if (_isFailing && _lines.Count >= MostKept)
        {
            _lost++;
            return;
        }

        var now = _clock.UtcNow;
        _lines.Add(new KeyValuePair<string, string>(AuditRecord.FileName(now), AuditRecord.Of(entry, failure, now)));
    }

    public void Tick(TimeSpan now)
    {
        if (_lines.Count > 0 && now >= _nextTryAt && !TryWrite())
        {
            _nextTryAt = now + RetryInterval;
        }
    }

    /// <summary>The resource stops: writes what is gathered, or says how much of it is lost.</summary>
    public void Stop()
    {
        if (_lines.Count > 0 && !TryWrite())
        {
            _log.Write(LogLevel.Warn, new Phrase("audit.lost").With("count", _lines.Count + _lost));
            _lines.Clear();
        }
    }

    private bool TryWrite()
    {
        var name = _lines[0].Key;
        try
        {
            while (_lines.Count > 0)
            {
                // Two months where one ended meanwhile, else one.
                name = _lines[0].Key;
                var lines = _lines.TakeWhile(line => line.Key == name).ToList();
                _files.Append(name, string.Concat(lines.Select(line => line.Value)));
                _lines.RemoveRange(0, lines.Count);
            }

            Worked();
            return true;
        }
        catch (Exception e)
        {
            Failed(name, e);
            return false;
        }
    }

    private void Worked()
    {
        if (_isFailing)
        {
            _log.Write(
                _lost > 0 ? LogLevel.Warn : LogLevel.Info,
                _lost > 0 ? new Phrase("audit.works_with_gap").With("count", _lost) : new Phrase("audit.works"));
            _isFailing = false;
            _lost = 0;
        }
    }

    private void Failed(string name, Exception e)
    {
        if (!_isFailing)
        {
            _isFailing = true;
            _log.Write(
                LogLevel.Error,
                new Phrase("audit.failed")
                    .With("file", name)
                    .With("details", $"{e.GetType().Name}: {TextSanitizer.Clean(e.Message, TextSanitizer.CadTextLength)}")
                    .With("most", MostKept)
                    .With("seconds", (int)RetryInterval.TotalSeconds));
        }

        if (_lines.Count > MostKept)
        {
            _lost += _lines.Count - MostKept;
            _lines.RemoveRange(MostKept, _lines.Count - MostKept);
        }
    }
}
