using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using CadServer;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Tests.Support;
using Xunit;
using StandInCad = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>
/// A resource must see the same responses in virtual time as over a real socket. Each case runs both ways, so these tests use
/// real sockets and the machine's clock.
/// </summary>
public sealed partial class TransportTests
{
    private const string AnswerEvent = "__cfx_internal:httpResponse";

    // The real server's is 5 s. The socket test waits for it in real time, but a busy machine must be able to connect within
    // it.
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Faults =>
    [
        "none", "400 SOME TEXT", "401", "404", "429 7", "503", "backend", "html", "empty", "garbage", "firewall", "firewall-line 429", "deprecated",
        "slow 0.1", "slow-body 0.1", "drop", "drop-after",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void ResponseIsSameWithoutSocket(string words)
    {
        Assert.True(CadFault.TryParse(words, out var fault, out var error), error);

        AssertTheSame(cad => cad.Faults.Enqueue(fault));
    }

    [Theory]
    [InlineData("slow 30")]
    [InlineData("slow-body 30")]
    public void LateResponseIsSameWithoutSocket(string words)
    {
        Assert.True(CadFault.TryParse(words, out var fault, out var error), error);

        AssertTheSame(cad => cad.Faults.Enqueue(fault), noByteTimeout: ShortTimeout);
    }

    [Theory]
    [InlineData(302, false)]
    [InlineData(302, true)]
    [InlineData(307, true)]
    public void RedirectIsSameWithoutSocket(int status, bool follows) =>
        AssertTheSame(cad => cad.Faults.Enqueue(CadFault.Redirect(new Uri(cad.Url, "/emergency").ToString(), status)), follows);

    [Fact]
    public void RefusedConnectionIsSameWithoutSocket() => AssertTheSame(cad => cad.Dispose());

    // Like curl. HttpClient, behind the socket transport, resends only some of these.
    [Fact]
    public void BrokenReusedConnectionIsRetriedWithoutSocket()
    {
        var time = new VirtualTime();
        var network = new InProcessNetwork(time);
        using var cad = StandInCad.Start(network);
        using var server = new TestServer(time, new VirtualTransport(time, network));
        var statuses = new List<int>();
        var script = TestScript.Start(server, "mine", made =>
            made.Events[AnswerEvent] += new Action<int, int>((_, status) => statuses.Add(status)));
        cad.Faults.Enqueue(CadFault.None, CadFault.Drop(), CadFault.None, CadFault.Drop());

        foreach (var reuses in new[] { true, true, false })
        {
            server.Server.Http.ReuseConnections = reuses;
            script.Run(server, () => API.PerformHttpRequestInternalEx(new { url = cad.Url.ToString() }));
            server.Server.TickUntil(() => server.Server.Http.InFlight == 0);
        }

        Assert.Equal([200, 200, 0], statuses);
        Assert.Equal(4, cad.Requests.Count);
    }

    private static void AssertTheSame(Action<StandInCad> arrange, bool follows = false, TimeSpan? noByteTimeout = null)
    {
        using var cad = StandInCad.Start();
        using var server = new TestServer();
        server.Server.Http.NoByteTimeout = noByteTimeout ?? server.Server.Http.NoByteTimeout;

        Assert.Equal(Ask(server, cad, arrange, follows), InVirtualTime(arrange, follows));
    }

    private static Seen InVirtualTime(Action<StandInCad> arrange, bool follows)
    {
        var time = new VirtualTime();
        var network = new InProcessNetwork(time);
        using var cad = StandInCad.Start(network);
        using var server = new TestServer(time, new VirtualTransport(time, network));
        return Ask(server, cad, arrange, follows);
    }

    private static Seen Ask(TestServer server, StandInCad cad, Action<StandInCad> arrange, bool follows)
    {
        var community = cad.AddCommunity("the-community", "the-key");
        var call = cad.Open(community, 101);
        arrange(cad);
        Seen? seen = null;
        var script = TestScript.Start(server, "mine", made => made.Events[AnswerEvent] +=
            new Action<int, int, string, object, string>((_, status, body, headers, error) =>
                seen = new Seen(status, body, Names(headers), Error(status, error), call.RequestCount)));
        script.Run(server, () => API.PerformHttpRequestInternalEx(new
        {
            url = new Uri(cad.Url, "/emergency").ToString(),
            method = "POST",
            data = """{"id": "the-community", "key": "the-key", "type": "REMOVE_911", "data": [{"callId": 101}]}""",
            headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["X-Ours"] = "1" },
            followLocation = follows,
        }));
        Assert.Null(seen);

        Assert.True(server.Server.TickUntil(() => seen is not null && Array.TrueForAll([.. cad.Requests], request => request.ResponseStatus is not null)));
        Assert.All(cad.Requests, request => Assert.Equal("1", request.Header("x-ours")));
        return seen!;
    }

    // Ids are generated for each response, and the text of a socket error depends on the system.
    private static string? Error(int status, string? error) => status == 0 ? error![..9] : MadeUp().Replace(error ?? "", "0");

    [GeneratedRegex("[0-9a-f]{16,}")]
    private static partial Regex MadeUp();

    // A real connection also has Date and Transfer-Encoding headers.
    private static string Names(object headers)
    {
        var names = new SortedSet<string>(((IDictionary<string, object?>)headers).Keys, StringComparer.OrdinalIgnoreCase);
        names.ExceptWith(["Date", "Transfer-Encoding"]);
        return string.Join(", ", names);
    }

    /// <summary>What the resource receives, and how often the call was requested.</summary>
    private sealed record Seen(int Status, string? Body, string Headers, string? Error, int TimesAsked);
}
