namespace SonoranCad.Remove911.Commands;

/// <summary>Decides whether a player's request is read at all: checks the permission first, then the rate limit.</summary>
internal sealed class RequestGuard(
    IPlayerDirectory players, IPlayerMessenger messenger, SettingsMonitor settings, IClock clock, ILog log)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter _refusalLimiter = new(3, Window);
    private readonly PartitionedRateLimiter _requestLimiter = new(settings.Current.PlayerRequests, Window);

    /// <summary>Admits a player who has the permission and is within the rate limit. Tells others why, a few times.</summary>
    public bool TryAdmit(int source)
    {
        var ace = settings.Current.Ace;
        if (players.IsAllowed(source, ace))
            return IsWithinLimit(source);

        if (_refusalLimiter.TryAcquire(PlayerKey(source), clock.Elapsed, out var suppressed))
        {
            messenger.Show(source, RemovalErrors.NoPermission(ace).Message, Tone.Error);
            var message = new Phrase("log.lacks_permission").With("requester", players.Describe(source).LogName).With("permission", ace);
            log.Write(LogLevel.Warn, WithSuppressedCount(message, suppressed));
        }

        return false;
    }

    /// <summary>Logs an event whose source must not fire it, a few times.</summary>
    public void LogForgedEvent(string source, Phrase message) =>
        LogSuspicious("source " + TextSanitizer.Clean(source, TextSanitizer.MaxNameLength), message);

    /// <summary>Logs what <paramref name="sender"/> (the placeholder <c>{sender}</c>) did, a few times.</summary>
    public void LogSuspicious(string sender, Phrase message)
    {
        if (_refusalLimiter.TryAcquire(sender, clock.Elapsed, out var suppressed))
            log.Write(LogLevel.Warn, WithSuppressedCount(message.With("sender", sender), suppressed));
    }

    private static string PlayerKey(int source) => "player " + source;

    private static Phrase WithSuppressedCount(Phrase message, int suppressed) =>
        suppressed == 0 ? message : Phrase.Join(message, Phrase.OfCount("log.held_back", suppressed));

    private bool IsWithinLimit(int source)
    {
        _requestLimiter.PermitLimit = settings.Current.PlayerRequests;
        var player = PlayerKey(source);
        if (_requestLimiter.TryAcquire(player, clock.Elapsed, out _))
            return true;

        if (_refusalLimiter.TryAcquire(player, clock.Elapsed, out _))
            messenger.Show(source, RemovalErrors.SlowDown.Message, Tone.Error);

        return false;
    }
}
