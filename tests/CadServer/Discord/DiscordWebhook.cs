using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CadServer.Http;

namespace CadServer.Discord;

/// <summary>
/// A stand-in for one webhook of Discord, on the loopback interface or without a socket. All members are safe while requests come in.
/// </summary>
public sealed class DiscordWebhook : IAsyncDisposable, IDisposable
{
    private const string Webhooks = "/api/webhooks/";
    private const string Id = "1234567890123456789";
    private const string Token = "made-up_webhook-token_of-the-stand-in";

    private readonly Lock _gate = new();
    private readonly List<string> _messages = [];
    private readonly RequestLog _log;
    private readonly IWebHost _host;

    private DiscordWebhook(TimeProvider clock, Func<RequestHandler, IWebHost> listen)
    {
        _log = new RequestLog(clock);
        Limit.Clock = clock;
        _host = listen(new RequestHandler(_log, Faults, Handle));
    }

    /// <summary>The whole of it, id and token included: whoever has it may post.</summary>
    public Uri Url => new(_host.Url, $"{Webhooks}{Id}/{Token}");

    /// <summary>Every request in order of arrival, whatever became of it, as of now.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    /// <summary>The bodies of the messages that went into the channel, in that order, as of now; also if the answer was lost.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>
    /// What goes wrong, and when: <see cref="DiscordFault"/> has Discord's own answers, <see cref="CadFault"/> the others, slow
    /// and drop among them. Faults that are aimed at a route of the CAD's are never met here.
    /// </summary>
    public CadFaults Faults { get; } = new();

    public DiscordLimit Limit { get; } = new();

    /// <param name="port">0 for any free one.</param>
    public static DiscordWebhook Start(int port = 0) => new(TimeProvider.System, handler => LoopbackServer.Start(port, handler));

    /// <summary>Listens without a socket, and lives in the network's time.</summary>
    public static DiscordWebhook Start(InProcessNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new DiscordWebhook(network.Clock, network.Listen);
    }

    /// <summary>Closes every connection, also those whose answer is still to come; a second time does nothing.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => _host.Dispose();

    private StubResponse Handle(ReceivedRequest request)
    {
        if (request.Path.Split('/') is not ["", "api", "webhooks", var id, var token])
        {
            return DiscordResponses.Error(404, "404: Not Found", 0);
        }

        if (id != Id)
        {
            return DiscordResponses.UnknownWebhook();
        }

        if (token != Token)
        {
            return DiscordResponses.Error(401, "Invalid Webhook Token", 50027);
        }

        if (request.Method != "POST")
        {
            return DiscordResponses.Error(405, "405: Method Not Allowed", 0);
        }

        return Limit.Acquire() is { } retryAfter
            ? DiscordResponses.RateLimited(retryAfter)
            : DiscordMessageValidator.Refuse(request) ?? Post(request);
    }

    private StubResponse Post(ReceivedRequest request)
    {
        lock (_gate)
        {
            _messages.Add(request.Text);
        }

        return DiscordResponses.NoContent();
    }
}
