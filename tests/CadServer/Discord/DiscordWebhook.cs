using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CadServer.Http;

namespace CadServer.Discord;

/// <summary>
/// A stand-in for one Discord webhook, on the loopback interface or without a socket. All members are thread-safe.
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

    /// <summary>The full URL with id and token: whoever has it may post.</summary>
    public Uri Url => new(_host.Url, $"{Webhooks}{Id}/{Token}");

    /// <summary>A snapshot of all requests in order of arrival, accepted or not.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    /// <summary>A snapshot of the bodies of accepted messages, in order, including those whose response was lost.</summary>
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
    /// Decides which fault each request gets. <see cref="DiscordFault"/> has Discord's own responses, <see cref="CadFault"/>
    /// the others, such as slow and drop. Faults for a route of the CAD have no effect here.
    /// </summary>
    public CadFaults Faults { get; } = new();

    public DiscordLimit Limit { get; } = new();

    /// <param name="port">0 for any free port.</param>
    public static DiscordWebhook Start(int port = 0) => new(TimeProvider.System, handler => LoopbackServer.Start(port, handler));

    /// <summary>Listens without a socket and uses the network's clock.</summary>
    public static DiscordWebhook Start(InProcessNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new DiscordWebhook(network.Clock, network.Listen);
    }

    /// <summary>Closes every connection, including those that still wait for a response. A second call does nothing.</summary>
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
