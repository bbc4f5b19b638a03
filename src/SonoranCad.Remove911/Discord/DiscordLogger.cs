using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Discord;

/// <summary>Logs the webhook's state, rarely, and never its URL or Discord's responses.</summary>
internal sealed class DiscordLogger(ILog log, SettingsMonitor settings)
{
    // If Discord is down for hours, a message is dropped about once a minute.
    private readonly PartitionedRateLimiter _limiter = new(1, TimeSpan.FromMinutes(10));
    private int _droppedCount;
    private bool _hasReportedFailure;

    /// <summary>Logs that a message was dropped. <paramref name="response"/> is that to the last attempt.</summary>
    public void LogDropped(int embeds, HttpResponse response, TimeSpan now)
    {
        _droppedCount += embeds;
        if (_limiter.TryAcquire("dropped", now, out _))
        {
            log.Write(LogLevel.Warn, Phrase.OfCount("webhook.dropped", _droppedCount).With("reason", Reason(response)));
            _droppedCount = 0;
            _hasReportedFailure = true;
        }
    }

    /// <summary>Logs that nothing more will be posted.</summary>
    public void LogGone(int status)
    {
        log.Write(LogLevel.Error, new Phrase("webhook.gone").With("status", status).With("command", settings.Current.Command));
        _hasReportedFailure = true;
    }

    /// <summary>Logs a success if a failure was logged before.</summary>
    public void LogRecovered()
    {
        if (_hasReportedFailure)
        {
            log.Write(LogLevel.Info, new Phrase("webhook.works"));
            _hasReportedFailure = false;
        }
    }

    private static Phrase Reason(HttpResponse response) => response.Status switch
    {
        HttpResponse.NotSentStatus => new Phrase("webhook.not_sent"),
        <= 0 => new Phrase("webhook.no_answer"),
        var status => new Phrase(DiscordResponse.IsIntercepted(response) ? "webhook.firewall" : "webhook.answered").With("status", status),
    };
}
