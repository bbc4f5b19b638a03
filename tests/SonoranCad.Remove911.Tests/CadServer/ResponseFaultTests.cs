using System;
using System.Diagnostics;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>
/// Faults that do the work and disrupt the delivery of the response, over real sockets and with the machine's clock.
/// </summary>
public sealed class ResponseFaultTests : CadTestBase
{
    public ResponseFaultTests()
        : base(sockets: true)
    {
    }

    private static TimeSpan Moment => TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task SlowResponseArrivesLateAndComplete()
    {
        Cad.Faults.Enqueue(CadFault.Slow(Moment));
        var watch = Stopwatch.StartNew();

        using var answer = await RemoveAsync();

        // A timer may fire slightly early: half of the delay is enough to show that there was one.
        Assert.True(watch.Elapsed > Moment / 2);
        await AssertResponseAsync(200, "API ID(s) set!", answer);
    }

    [Fact]
    public async Task CanceledSlowRequestStillClearsCall()
    {
        Cad.Faults.Enqueue(CadFault.Slow(TimeSpan.FromHours(1)));
        using var patience = new CancellationTokenSource();
        using var content = new StringContent(Body("""[{"callId": 1}]"""), Encoding.UTF8, "application/json");
        var answer = Client.PostAsync(new Uri("/emergency", UriKind.Relative), content, patience.Token);

        await EventuallyAsync(() => Cad.ClearedCalls(Community).Count == 1);
        Assert.Null(Assert.Single(Cad.Requests).ResponseStatus);
        await patience.CancelAsync();

        await Task.WhenAny(answer);
        Assert.True(answer.IsCanceled);
        await EventuallyAsync(() => Cad.Requests[0].ResponseStatus == 0);
    }

    [Fact]
    public async Task SlowBodyArrivesAfterHeaders()
    {
        Cad.Faults.Enqueue(CadFault.SlowBody(Moment));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/emergency");
        request.Content = new StringContent(Body("""[{"callId": 1}]"""), Encoding.UTF8, "application/json");

        using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var watch = Stopwatch.StartNew();
        var body = await answer.Content.ReadAsStringAsync();

        Assert.True(watch.Elapsed > Moment / 2);
        Assert.Equal("API ID(s) set!", body);
        Assert.Single(Cad.ClearedCalls(Community));
    }

    [Fact]
    public async Task DropAfterWorkClearsCallWithoutResponse()
    {
        Cad.Faults.Enqueue(CadFault.DropAfterWork());

        await Assert.ThrowsAsync<HttpRequestException>(() => RemoveAsync());

        Assert.Equal(1, Assert.Single(Cad.ClearedCalls(Community)).RequestCount);
        Assert.Equal(0, Assert.Single(Cad.Requests).ResponseStatus);
    }
}
