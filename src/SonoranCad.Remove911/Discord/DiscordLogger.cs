using System;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Discord;

/// <summary>What the console is told of the webhook: little, and never its address or what was answered.</summary>
internal sealed class DiscordLogger(ILog log, SettingsMonitor settings)
{
    // Discord may be away for hours, and gives a post up each minute then.
    private readonly PartitionedRateLimiter _limiter = new(1, TimeSpan.FromMinutes(10));
    private int _droppedCount;
    private bool _hasReportedFailure;

    /// <summary>A message is given up.</summary>
    /// <param name="embeds">How many embeds it had.</param>
    /// <param name="status">What the last try came to.</param>
    /// <param name="now">Now.</param>
    public void LogDropped(int embeds, int status, TimeSpan now)
    {
        _droppedCount += embeds;
        if (_limiter.TryAcquire("dropped", now, out _))
        {
            log.Write(LogLevel.Warn, new Phrase("webhook.dropped").With("reason", Reason(status)).With("count", _droppedCount));
            _droppedCount = 0;
            _hasReportedFailure = true;
        }
    }

    /// <summary>Nothing is posted any more.</summary>
    public void LogGone(int status)
    {
        log.Write(LogLevel.Error, new Phrase("webhook.gone").With("status", status).With("command", settings.Current.Command));
        _hasReportedFailure = true;
    }

    /// <summary>A message was taken.</summary>
    public void LogRecovered()
    {
        if (_hasReportedFailure)
        {
            log.Write(LogLevel.Info, new Phrase("webhook.works"));
            _hasReportedFailure = false;
        }
    }

    private static Phrase Reason(int status) => status switch
    {
        HttpResponse.NotSentStatus => new Phrase("webhook.not_sent"),
        <= 0 => new Phrase("webhook.no_answer"),
        _ => new Phrase("webhook.answered").With("status", status),
    };
}
