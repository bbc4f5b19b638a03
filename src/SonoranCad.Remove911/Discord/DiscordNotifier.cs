namespace SonoranCad.Remove911.Discord;

/// <summary>Posts outcomes to a Discord channel, with its own rate limit and retries: it never delays a removal. The webhook's URL is a secret.</summary>
internal sealed class DiscordNotifier(
    SettingsMonitor settings, CallbackHttpClient httpClient, IClock clock, DiscordEmbedQueue queue, DiscordLogger log, ResourceInfo resource)
    : IOutcomeListener, ITickable
{
    // Five attempts take about half a minute, while the next outcomes queue up.
    private const int MaxAttempts = 5;

    private readonly OutcomeGrouper _grouper = new();
    private readonly RateLimiter _rateLimiter = new(1, TimeSpan.FromSeconds(2));

    // The message being posted or retried; empty if none is.
    private IReadOnlyList<DiscordEmbed> _message = [];
    private string _url = settings.Current.DiscordWebhook;
    private string? _goneUrl;
    private TimeSpan _nextAttemptAt;
    private int _failures;

    public TickBudget? Budget { get; init; }

    public bool NeedsTick => _message.Count > 0 || !_grouper.IsEmpty || !queue.IsEmpty;

    private bool IsEnabled => _url.Length > 0 && _url != _goneUrl;

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        if (IsEnabled)
            _grouper.Add(entry.CallId, entry.Requester, error);
    }

    public void Tick(TimeSpan now)
    {
        // If the budget is spent, more of the same group may follow in the next tick.
        while (Budget?.IsSpent != true && _grouper.TakeNext() is { } group)
            queue.Add(group, clock.UtcNow);

        if ((_message.Count > 0 || !queue.IsEmpty) && now >= _nextAttemptAt && _rateLimiter.NextPermitAt(now) <= now)
            Send();
    }

    /// <summary>Posts what waits when the resource stops, if the rate limit permits. Doesn't wait for the response.</summary>
    public void Stop() => Tick(clock.Elapsed);

    private void Send()
    {
        if (_message.Count == 0)
            _message = queue.TakeMessage();

        var url = _url;
        _rateLimiter.Acquire();
        httpClient.Send(DiscordPayload.CreateRequest(url, _message, resource.Version), response => OnResponse(response, url));
    }

    private void OnResponse(HttpResponse response, string url)
    {
        var now = clock.Elapsed;
        _rateLimiter.Release(now);
        var result = DiscordResponse.Read(response);

        // If the owner has set another webhook since, the message goes there.
        if (result != DiscordResult.Posted && url != _url)
            return;

        switch (result)
        {
            case DiscordResult.Posted:
                log.LogRecovered();
                FinishMessage();
                break;
            case DiscordResult.WebhookGone:
                log.LogGone(response.Status);
                _goneUrl = url;
                DropAll();
                break;
            case DiscordResult.Refused:
                DropMessage(response, now);
                break;
            case DiscordResult.Retry:
                _nextAttemptAt = now + DiscordResponse.GetRetryDelay(response, ++_failures);
                if (_failures >= MaxAttempts)
                    DropMessage(response, now);

                break;
        }
    }

    private void DropMessage(HttpResponse response, TimeSpan now)
    {
        log.LogDropped(_message.Count, response, now);
        FinishMessage();
    }

    private void FinishMessage()
    {
        _message = [];
        _failures = 0;
    }

    private void DropAll()
    {
        queue.Clear();
        _grouper.Clear();
        FinishMessage();
    }

    public void OnSettingsChanged()
    {
        // An owner who reloads the configuration wants another attempt, even with the same URL.
        _goneUrl = null;
        if (_url == settings.Current.DiscordWebhook)
            return;

        _url = settings.Current.DiscordWebhook;
        _failures = 0;
        _nextAttemptAt = TimeSpan.Zero;
        if (!IsEnabled)
            DropAll();
    }
}
