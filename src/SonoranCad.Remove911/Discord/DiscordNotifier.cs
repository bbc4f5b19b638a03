using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>
/// Tells a Discord channel what became of removals. It has its own limit and its own retries, so that nothing Discord does
/// is ever in a removal's way; and the webhook's address, a secret, goes into the request and nowhere else.
/// </summary>
internal sealed class DiscordNotifier : IOutcomeListener, ITickable
{
    private readonly SettingsMonitor _settings;
    private readonly CallbackHttpClient _httpClient;
    private readonly IClock _clock;
    private readonly DiscordLogger _log;
    private readonly ResourceInfo _resource;
    private readonly DiscordEmbedQueue _queue;
    private readonly OutcomeGrouper _grouper = new();
    private readonly DiscordThrottle _throttle = new();

    private IReadOnlyList<DiscordEmbed> _message = Array.Empty<DiscordEmbed>();
    private string _url;
    private string? _goneUrl;

    public DiscordNotifier(
        SettingsMonitor settings, CallbackHttpClient httpClient, IClock clock, DiscordEmbedQueue queue, DiscordLogger log, ResourceInfo resource)
    {
        _settings = settings;
        _httpClient = httpClient;
        _clock = clock;
        _queue = queue;
        _log = log;
        _resource = resource;
        _url = settings.Current.DiscordWebhook;
    }

    public bool NeedsTick => _message.Count > 0 || !_grouper.IsEmpty || !_queue.IsEmpty;

    private bool IsEnabled => _url.Length > 0 && _url != _goneUrl;

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        if (IsEnabled)
        {
            _grouper.Add(entry.CallId, entry.Requester, error);
        }
    }

    public void Tick(TimeSpan now)
    {
        if (!_grouper.IsEmpty)
        {
            EnqueueOutcomes();
        }

        if (NeedsTick && _throttle.IsDue(now))
        {
            Send();
        }
    }

    /// <summary>The resource stops: what waits goes out if it may at once; nothing waits for the answer.</summary>
    public void Stop() => Tick(_clock.Elapsed);

    private void EnqueueOutcomes()
    {
        var endedAt = _clock.UtcNow;
        foreach (var group in _grouper.TakeAll())
        {
            _queue.Add(group, endedAt);
        }
    }

    private void Send()
    {
        if (_message.Count == 0)
        {
            _message = _queue.TakeMessage();
        }

        var url = _url;
        _throttle.Acquire();
        _httpClient.Send(DiscordPayload.CreateRequest(url, DiscordPayload.Body(_message), _resource.Version), response => OnResponse(response, url));
    }

    private void OnResponse(HttpResponse response, string url)
    {
        var now = _clock.Elapsed;
        _throttle.Release(now);
        var result = DiscordResponse.Read(response);
        if (result != DiscordResult.Posted && url != _url)
        {
            // The owner has put another one there meanwhile: it gets the message.
            return;
        }

        switch (result)
        {
            case DiscordResult.Posted:
                _log.LogRecovered();
                FinishMessage();
                break;
            case DiscordResult.Refused:
                _log.LogDropped(_message.Count, response.Status, now);
                FinishMessage();
                break;
            case DiscordResult.WebhookGone:
                _log.LogGone(response.Status);
                _goneUrl = url;
                DropAll();
                break;
            default:
                if (_throttle.RecordFailure(response, now))
                {
                    _log.LogDropped(_message.Count, response.Status, now);
                    FinishMessage();
                }

                break;
        }
    }

    private void FinishMessage()
    {
        _message = Array.Empty<DiscordEmbed>();
        _throttle.ResetFailures();
    }

    private void DropAll()
    {
        _queue.Clear();
        _grouper.TakeAll();
        FinishMessage();
    }

    /// <summary>Follows another webhook, or tries one again that was gone.</summary>
    public void OnSettingsChanged()
    {
        // Whoever has the configuration read again wants it tried again, also where it is the same.
        _goneUrl = null;
        if (_url == _settings.Current.DiscordWebhook)
        {
            return;
        }

        _url = _settings.Current.DiscordWebhook;
        _throttle.Reset();
        if (!IsEnabled)
        {
            DropAll();
        }
    }
}
