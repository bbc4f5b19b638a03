using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;
using StandIn = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>
/// A stand-in CAD whose one community has the calls 1 and 2 open, and a plain client; in virtual time unless a class needs
/// sockets.
/// </summary>
public abstract class CadTestBase : IDisposable
{
    protected const string Key = "the-key";

    private readonly HttpMessageHandler _handler;

    /// <param name="sockets">True for a real socket.</param>
    protected CadTestBase(bool sockets = false)
    {
        var network = new InProcessNetwork(Time);

        // One connection for each request: if a reused one breaks, HttpClient resends a DELETE on its own.
        _handler = sockets
            ? new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero }
            : new InProcessHandler(Time, network);
        Cad = sockets ? StandIn.Start() : StandIn.Start(network);
        Community = Cad.AddCommunity("the-community", Key);
        Cad.Open(Community, 1);
        Cad.Open(Community, 2);
        Client = new HttpClient(_handler) { BaseAddress = Cad.Url, Timeout = TimeSpan.FromSeconds(20) };
    }

    protected StandIn Cad { get; }

    private protected VirtualTime Time { get; } = new();

    protected CadCommunity Community { get; }

    protected HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
        Cad.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static string Body(string data, string type = "REMOVE_911", string id = "the-community", string key = Key) =>
        $$"""{"id": "{{id}}", "key": "{{key}}", "type": "{{type}}", "data": {{data}}}""";

    protected async Task<HttpResponseMessage> PostAsync(string path, string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        return await Client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    protected Task<HttpResponseMessage> RemoveAsync(string data = """[{"callId": 1}]""") => PostAsync("/emergency", Body(data));

    protected async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key = Key)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await Client.SendAsync(request);
    }

    protected static async Task AssertResponseAsync(int status, string text, HttpResponseMessage answer)
    {
        Assert.Equal((status, text), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Waits for what the stand-in records after the client has disconnected: nothing tells the client when.</summary>
    protected static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds() && tries < 500; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        Assert.True(holds());
    }
}
