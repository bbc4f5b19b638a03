using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Trail;

/// <summary>
/// Tells a Discord channel what became of removals. It has its own limit and its own retries, so that nothing Discord does
/// is ever in a removal's way; and the webhook's address, a secret, goes into the request and nowhere else.
/// </summary>
internal sealed class Webhook : IOutcomeListener, ITickPart
{
    private readonly LiveSettings _settings;
    private readonly Inquiries _inquiries;
    private readonly IClock _clock;
    private readonly WebhookLog _log;
    private readonly SecretFilter _secrets;
    private readonly string _version;
    private readonly EndedBatches _ended;
    private readonly EmbedQueue _queue;
    private readonly WebhookPace _pace = new();

    private IReadOnlyList<DiscordEmbed> _message = Array.Empty<DiscordEmbed>();
    private string _address;
    private string? _goneAddress;

    public Webhook(
        LiveSettings settings, Inquiries inquiries, IClock clock, Localizer localizer, SecretFilter secrets, ILog log, string version)
    {
        _settings = settings;
        _inquiries = inquiries;
        _clock = clock;
        _log = new WebhookLog(log, settings.Current.Command);
        _secrets = secrets;
        _version = version;
        _ended = new EndedBatches(localizer);
        _queue = new EmbedQueue(new EmbedWriter(localizer, secrets));
        _address = settings.Current.DiscordWebhook;
        secrets.Add(_address);
        settings.Changed += OnSettingsChanged;
    }

    public bool IsBusy => _message.Count > 0 || !_ended.IsEmpty || !_queue.IsEmpty;

    private bool IsOn => _address.Length > 0 && _address != _goneAddress;

    public void Ended(OutboxEntry entry, Outcome? failure)
    {
        if (IsOn)
        {
            _ended.Add(entry.CallId, entry.Requester, failure);
        }
    }

    public void Pump(TimeSpan now)
    {
        if (!_ended.IsEmpty)
        {
            Gather();
        }

        if (IsBusy && _pace.IsDue(now))
        {
            Send();
        }
    }

    /// <summary>The resource stops: what waits goes out if it may at once; nothing waits for the answer.</summary>
    public void Stop() => Pump(_clock.Elapsed);

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
        _inquiries.Ask(DiscordRequest.Post(address, DiscordRequest.Body(_message), _version), answer => OnAnswer(answer, address));
    }

    private void OnAnswer(CadAnswer answer, string address)
    {
        var now = _clock.Elapsed;
        _pace.End(now);
        var verdict = DiscordAnswer.Read(answer);
        if (verdict != DiscordVerdict.Posted && address != _address)
        {
            // The owner has put another one there meanwhile: it gets the message.
            return;
        }

        switch (verdict)
        {
            case DiscordVerdict.Posted:
                _log.Works();
                Next();
                break;
            case DiscordVerdict.Refused:
                _log.Dropped(_message.Count, answer.Status, now);
                Next();
                break;
            case DiscordVerdict.WebhookGone:
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
