using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Xunit;

namespace BrowserTests;

/// <summary>Nobody but the page itself reaches the Playground. These tests need no browser.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("rebound.example:{0}", null, HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:{0}", "https://other.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:{0}", "null", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:{0}", null, HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:{0}", "http://127.0.0.1:{0}", HttpStatusCode.OK)]
    [InlineData("localhost:{0}", "http://localhost:{0}", HttpStatusCode.OK)]
    public async Task OnlyThePageItselfMayAct(string host, string? origin, HttpStatusCode expected)
    {
        using var playground = new RunningPlayground();
        var address = await playground.StartedAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/actions"))
        {
            Content = JsonContent.Create(new { kind = "remove", callId = 101 }),
        };
        request.Headers.Host = string.Format(null, host, address.Port);
        if (origin is not null)
        {
            request.Headers.Add("Origin", string.Format(null, origin, address.Port));
        }

        using var response = await client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected != HttpStatusCode.OK, playground.World.Cad.OpenCalls(playground.World.Community).Any(call => call.CallId == 101));
    }

    [Fact]
    public async Task PageOfAnotherHostNameIsNotServed()
    {
        using var playground = new RunningPlayground();
        var address = await playground.StartedAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/events"));
        request.Headers.Host = "rebound.example";

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.True(address.IsLoopback);
    }

    [Theory]
    [InlineData("""{"kind":"nothing"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"kind":7}""", HttpStatusCode.BadRequest)]
    [InlineData("[", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("""{"kind":"chat","player":9,"text":"/clear911 101"}""", HttpStatusCode.OK)]
    [InlineData("""{"kind":"chat","player":2,"text":null}""", HttpStatusCode.OK)]
    public async Task MalformedActionDoesNothing(string body, HttpStatusCode expected)
    {
        using var playground = new RunningPlayground();
        var address = await playground.StartedAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        using var content = new StringContent(body, mediaType: new("application/json"));

        using var response = await client.PostAsync(new Uri(address, "/actions"), content);

        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain("\"isDone\":true", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(5, playground.World.Cad.OpenCalls(playground.World.Community).Count);
    }
}
