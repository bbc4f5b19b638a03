using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class RequestLogTests : CadTest
{
    [Fact]
    public async Task ARequestIsKeptByteForByte()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'{', 0x00, 0xFF];
        using var request = new HttpRequestMessage(HttpMethod.Put, "/a%20b?x=1&x=%C3%BC");
        request.Headers.Add("X-Many", ["one", "two"]);
        request.Content = new ByteArrayContent(bytes);

        using var answer = await Client.SendAsync(request);

        var kept = Assert.Single(Cad.Requests);
        Assert.Equal(("PUT", "/a b", "?x=1&x=%C3%BC"), (kept.Method, kept.Path, kept.Query));
        Assert.Equal(bytes, kept.Body);
        Assert.Equal("one, two", kept.Header("x-many"));
        Assert.Null(kept.Header("Authorization"));
        Assert.Equal(200, kept.Answered);
        Assert.Null(kept.Fault);
    }

    [Fact]
    public async Task AFaultedRequestIsKeptToo()
    {
        Cad.Faults.Enqueue(CadFault.ServerError());

        using var answer = await RemoveAsync("""[{"callId": 302}]""");

        var kept = Assert.Single(Cad.Requests);
        Assert.Equal(Body("""[{"callId": 302}]"""), kept.Text);
        Assert.Equal("POST /emergency -> 500", kept.ToString());
    }

    [Fact]
    public async Task ARequestThatBreaksOffIsKeptAsNotAnswered()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(Cad.Url.Host, Cad.Url.Port);
            const string half = "POST /emergency HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\"";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half));
        }

        await EventuallyAsync(() => Cad.Requests.Count == 1 && Cad.Requests[0].Answered == 0);
        Assert.Equal("/emergency", Cad.Requests[0].Path);
    }

    [Fact]
    public async Task RequestsFromManyThreadsAreAllKeptInTheOrderOfTheirTimes()
    {
        foreach (var callId in Enumerable.Range(100, 40))
        {
            Cad.Open(Community, callId);
        }

        var removals = Enumerable.Range(100, 40).Select(async callId =>
        {
            using var answer = await RemoveAsync($$"""[{"callId": {{callId}}}]""");
            return Cad.Requests.Count + Cad.OpenCalls(Community).Count;
        });
        await Task.WhenAll(removals);

        var times = Cad.Requests.Select(request => request.At).ToArray();
        Assert.Equal(40, times.Length);
        Assert.Equal(times.Order(), times);
        Assert.All(Cad.ClearedCalls(Community), call => Assert.Equal(1, call.TimesAsked));
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }
}
