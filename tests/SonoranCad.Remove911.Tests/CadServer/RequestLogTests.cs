using System.Net.Http;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class RequestLogTests : CadTestBase
{
    [Fact]
    public async Task RequestIsRecordedByteForByte()
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
        Assert.Equal(200, kept.ResponseStatus);
        Assert.Null(kept.Fault);
    }

    [Fact]
    public async Task RequestWithFaultIsRecorded()
    {
        Cad.Faults.Enqueue(CadFault.ServerError());

        using var answer = await RemoveAsync("""[{"callId": 302}]""");

        var kept = Assert.Single(Cad.Requests);
        Assert.Equal(Body("""[{"callId": 302}]"""), kept.Text);
        Assert.Equal("POST /emergency -> 500", kept.ToString());
    }
}
