using System;
using System.Collections.Generic;
using System.Linq;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>The server's HTTP client over real sockets.</summary>
public sealed class HttpTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<(int Token, int Status, string? Body, object? Headers, string? Error)> _answers = [];
    private TestScript _script;

    public HttpTests() => _script = StartScript();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void RequestIsSentUnchangedAndResponseArrivesInLaterTick()
    {
        using var cad = new LoopbackHttpServer(_ => LoopbackHttpServer.Response("200 OK", "grün", "X-Limit: 5\r\n"));

        var token = Ask(new { url = cad.Url + "x", method = "POST", data = "{\"é\":1}", headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" } });
        Assert.Equal(0, token);
        Assert.Empty(_answers);

        Assert.True(_server.Server.TickUntil(() => _answers.Count == 1));
        var (answered, status, body, headers, error) = _answers[0];
        Assert.Equal((0, 200, "grün", null), (answered, status, body, error));
        Assert.Equal("5", Assert.IsAssignableFrom<IDictionary<string, object?>>(headers)["X-Limit"]);
        var request = Assert.Single(cad.Requests);
        Assert.StartsWith("POST /x HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"é\":1}", request, StringComparison.Ordinal);
        Assert.Equal(0, _server.Server.Http.InFlight);
    }

    [Fact]
    public void ErrorStatusHasErrorTextInsteadOfBodyAndHeaders()
    {
        using var cad = new LoopbackHttpServer(_ => LoopbackHttpServer.Response("429 Too Many Requests", "slow down", "Retry-After: 9\r\n"));

        Ask(new { url = cad.Url });

        Assert.True(_server.Server.TickUntil(() => _answers.Count == 1));
        var (_, status, body, headers, error) = _answers[0];
        Assert.Equal((429, null, "HTTP 429: slow down"), (status, body, error));
        Assert.Empty(Assert.IsAssignableFrom<IDictionary<string, object?>>(headers));
    }

    [Fact]
    public void MissingResponseHasStatusZero()
    {
        using var dropping = new LoopbackHttpServer(_ => null);
        using var stalling = new LoopbackHttpServer(_ => "");
        using var halting = new LoopbackHttpServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
        _server.Server.Http.NoByteTimeout = TimeSpan.FromMilliseconds(200);

        foreach (var url in new[] { dropping.Url, stalling.Url, halting.Url, "http://127.0.0.1:1/" })
        {
            Ask(new { url });
        }

        Assert.True(_server.Server.TickUntil(() => _answers.Count == 4));
        Assert.All(_answers, answer => Assert.Equal((0, (string?)null), (answer.Status, answer.Body)));
        Assert.All(_answers, answer => Assert.False(string.IsNullOrEmpty(answer.Error)));
    }

    [Fact]
    public void RedirectsAreFollowedOnlyIfRequested()
    {
        using var cad = new LoopbackHttpServer(request => request.StartsWith("GET /new", StringComparison.Ordinal)
            ? LoopbackHttpServer.Response("200 OK", "there")
            : LoopbackHttpServer.Response("302 Found", "", "Location: /new\r\n"));

        Ask(new { url = cad.Url });
        Ask(new { url = cad.Url, followLocation = true });

        Assert.True(_server.Server.TickUntil(() => _answers.Count == 2));
        Assert.Equal([302, 200], _answers.OrderBy(answer => answer.Token).Select(answer => answer.Status));
    }

    [Fact]
    public void UnsentRequestReturnsMinusOne()
    {
        Assert.Equal(-1, Ask(new { url = "not a url" }));

        _server.Server.Http.RefuseToSend = true;
        Assert.Equal(-1, Ask(new { url = "http://127.0.0.1:1/" }));
        Assert.Empty(_server.Server.Http.Requests);
        Assert.Equal(0, _server.Server.Http.NextToken);
    }

    [Fact]
    public void ResponseForEarlierRunIsDropped()
    {
        using var cad = new LoopbackHttpServer(_ => LoopbackHttpServer.Response("200 OK", "late"));
        _server.Server.Http.HoldResponses(true);
        Ask(new { url = cad.Url });
        Assert.True(_server.Server.TickUntil(() => _server.Server.Http.PendingResponses == 1));

        _server.Server.StopResource("mine");
        _script = StartScript();
        _server.Server.Http.HoldResponses(false);

        Assert.True(_server.Server.TickUntil(() => _server.Server.Http.InFlight == 0));
        Assert.Empty(_answers);
    }

    private TestScript StartScript() => TestScript.Start(_server, "mine", script =>
        script.Events["__cfx_internal:httpResponse"] += new Action<int, int, string, object, string>((token, status, body, headers, error) =>
            _answers.Add((token, status, body, headers, error))));

    private int Ask(object map)
    {
        var token = -2;
        _script.Run(_server, () => token = API.PerformHttpRequestInternalEx(map));
        return token;
    }
}
