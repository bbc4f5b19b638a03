using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>
/// Tells a Discord channel what became of removals. It has its own limit and its own retries, so that nothing Discord does
/// is ever in a removal's way; and the webhook's address, a secret, goes into the request and nowhere else.
/// </summary>
internal sealed class DiscordNotifier : IOutcomeListener, ITickable
{
    private readonly SettingsMonitor _settings;
    private readonly CallbackHttpClient _inquiries;
    private readonly IClock _clock;
    private readonly DiscordLogger _log;
    private readonly SecretRedactor _secrets;
    private readonly string _version;
    private readonly OutcomeGrouper _ended;
    private readonly DiscordEmbedQueue _queue;
    private readonly DiscordThrottle _pace = new();

    private IReadOnlyList<DiscordEmbed> _message = Array.Empty<DiscordEmbed>();
    private string _address;
    private string? _goneAddress;

    public DiscordNotifier(
        SettingsMonitor settings, CallbackHttpClient inquiries, IClock clock, Localizer localizer, SecretRedactor secrets, ILog log, string version)
    {
        _settings = settings;
        _inquiries = inquiries;
        _clock = clock;
        _log = new DiscordLogger(log, settings.Current.Command);
        _secrets = secrets;
        _version = version;
        _ended = new OutcomeGrouper(localizer);
        _queue = new DiscordEmbedQueue(new DiscordEmbedBuilder(localizer, secrets));
        _address = settings.Current.DiscordWebhook;
        secrets.Add(_address);
        settings.Changed += OnSettingsChanged;
    }

    public bool NeedsTick => _message.Count > 0 || !_ended.IsEmpty || !_queue.IsEmpty;

    private bool IsOn => _address.Length > 0 && _address != _goneAddress;

    public void Ended(OutboxEntry entry, RemovalError? failure)
    {
        if (IsOn)
        {
            _ended.Add(entry.CallId, entry.Requester, failure);
        }
    }

    public void Tick(TimeSpan now)
    {
        if (!_ended.IsEmpty)
        {
            Gather();
        }

        if (NeedsTick && _pace.IsDue(now))
        {
            Send();
        }
    }

    /// <summary>The resource stops: what waits goes out if it may at once; nothing waits for the answer.</summary>
    public void Stop() => Tick(_clock.Elapsed);

    private void Gather()
    {
        var at = _clock.UtcNow;
        foreach (var batch in _ended.Take())
        {
            _queue.Add(batch, at);
        }
    }

    private void Send()
    {
        if (_message.Count == 0)
        {
            _message = _queue.Take();
        }

        var address = _address;
        _pace.Begin();
        _inquiries.Ask(DiscordPayload.Post(address, DiscordPayload.Body(_message), _version), answer => OnAnswer(answer, address));
    }

    private void OnAnswer(HttpResponse answer, string address)
    {
        var now = _clock.Elapsed;
        _pace.End(now);
        var verdict = DiscordResponse.Read(answer);
        if (verdict != DiscordResult.Posted && address != _address)
        {
            // The owner has put another one there meanwhile: it gets the message.
            return;
        }

        switch (verdict)
        {
            case DiscordResult.Posted:
                _log.Works();
                Next();
                break;
            case DiscordResult.Refused:
                _log.Dropped(_message.Count, answer.Status, now);
                Next();
                break;
            case DiscordResult.WebhookGone:
                _log.Gone(answer.Status);
                _goneAddress = address;
                DropAll();
                break;
            default:
                if (_pace.Failed(answer, now))
                {
                    _log.Dropped(_message.Count, answer.Status, now);
                    Next();
                }

                break;
        }
    }

    private void Next()
    {
        _message = Array.Empty<DiscordEmbed>();
        _pace.Next();
    }

    private void DropAll()
    {
        _queue.Clear();
        _ended.Take();
        Next();
    }

    private void OnSettingsChanged()
    {
        // Whoever has the configuration read again wants it tried again, also where it is the same.
        _goneAddress = null;
        if (_address == _settings.Current.DiscordWebhook)
        {
            return;
        }

        _address = _settings.Current.DiscordWebhook;
        _secrets.Add(_address);
        _pace.Forget();
        if (!IsOn)
        {
            DropAll();
        }
    }
}
