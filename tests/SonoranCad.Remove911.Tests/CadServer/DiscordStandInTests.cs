using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CadServer;
using CadServer.Discord;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class DiscordStandInTests : IDisposable
{
    private const string Hello = """{"content": "Call 101 is cleared."}""";

    private readonly VirtualTime _time = new();
    private readonly DiscordWebhook _webhook;
    private readonly HttpClient _client;

    public DiscordStandInTests()
    {
        var network = new InProcessNetwork(_time);
        _webhook = DiscordWebhook.Start(network);
        _client = new HttpClient(new InProcessHandler(_time, network));
    }

    public void Dispose()
    {
        _client.Dispose();
        _webhook.Dispose();
    }

    [Fact]
    public async Task PostIsStoredAndReturnsNoContent()
    {
        using var answer = await PostAsync(Hello);

        Assert.Equal((204, string.Empty), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        var kept = Assert.Single(_webhook.Requests);
        Assert.Equal(("POST", Hello), (kept.Method, kept.Text));
        Assert.Equal("application/json; charset=utf-8", kept.Header("content-type"));
        Assert.Equal(Hello, Assert.Single(_webhook.Messages));
        Assert.Matches("^http://127\\.0\\.0\\.1:[0-9]+/api/webhooks/[0-9]+/[A-Za-z0-9_-]+$", _webhook.Url.ToString());
    }

    [Theory]
    [InlineData("{", "text", 50109)]
    [InlineData("[]", "text", 50035)]
    [InlineData("{}", "text", 50006)]
    [InlineData("""{"content": ""}""", "text", 50006)]
    [InlineData("""{"content": "#"}""", "long", 50035)]
    [InlineData("""{"embeds": [{"title": "x", "fields": [{"name": "", "value": "x"}]}]}""", "text", 50035)]
    [InlineData("""{"embeds": [{"description": "##"}, {"description": "##"}]}""", "long", 50035)]
    public async Task InvalidMessageIsRejected(string body, string fill, int code)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var answer = await PostAsync(fill == "long" ? body.Replace("#", new string('x', 2001), StringComparison.Ordinal) : body);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(code, (int)(await JsonAsync(answer))["code"]!);
        Assert.Empty(_webhook.Messages);
    }

    [Theory]
    [InlineData("""{"content": "#"}""", 2000)]
    [InlineData("""{"embeds": [{"title": "x", "description": "#", "fields": [{"name": "a", "value": "b"}]}]}""", 4096)]
    public async Task MessageOfMaximumLengthIsAccepted(string body, int letters)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var answer = await PostAsync(body.Replace("#", new string('x', letters), StringComparison.Ordinal));

        Assert.Equal(204, (int)answer.StatusCode);
    }

    [Fact]
    public async Task BodyWithoutJsonContentTypeIsEmptyMessage()
    {
        using var answer = await PostAsync(Hello, "text/plain");

        Assert.Equal((400, 50006), ((int)answer.StatusCode, (int)(await JsonAsync(answer))["code"]!));
    }

    [Fact]
    public async Task WrongIdTokenMethodOrPathIsRejected()
    {
        using var id = await _client.PostAsync(new Uri(_webhook.Url, "/api/webhooks/1/x"), null);
        using var token = await _client.PostAsync(new Uri(_webhook.Url, "x"), null);
        using var method = await _client.GetAsync(_webhook.Url);
        using var path = await _client.GetAsync(new Uri(_webhook.Url, "/"));

        Assert.Equal([404, 401, 405, 404], new[] { id, token, method, path }.Select(answer => (int)answer.StatusCode));
        Assert.Equal(4, _webhook.Requests.Count);
        Assert.Empty(_webhook.Messages);
    }

    [Fact]
    public async Task RateLimitResponseHasRetryAfterInHeaderAndBody()
    {
        _webhook.Limit.Enforced = true;
        for (var i = 0; i < 5; i++)
        {
            using var taken = await PostAsync(Hello);
            Assert.Equal(204, (int)taken.StatusCode);
        }

        _time.Pass(TimeSpan.FromSeconds(0.75));
        using var refused = await PostAsync(Hello);
        _time.Pass(TimeSpan.FromSeconds(1.25));
        using var later = await PostAsync(Hello);

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal(2, refused.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal("1.25", Assert.Single(refused.Headers.GetValues("X-RateLimit-Reset-After")));
        var body = await JsonAsync(refused);
        Assert.Equal((1.25, false), ((double)body["retry_after"]!, (bool)body["global"]!));
        Assert.Equal(204, (int)later.StatusCode);
        Assert.Equal(6, _webhook.Messages.Count);
    }

    [Fact]
    public async Task FaultsReplaceResponses()
    {
        _webhook.Faults.Enqueue(
            DiscordFault.RateLimited(TimeSpan.FromSeconds(0.5)), DiscordFault.UnknownWebhook(), DiscordFault.ServerError(), CadFault.Html(503));

        using var limited = await PostAsync(Hello);
        using var deleted = await PostAsync(Hello);
        using var broken = await PostAsync(Hello);
        using var proxy = await PostAsync(Hello);

        Assert.Equal([429, 404, 500, 503], new[] { limited, deleted, broken, proxy }.Select(answer => (int)answer.StatusCode));
        Assert.Equal(0.5, (double)(await JsonAsync(limited))["retry_after"]!);
        Assert.Equal("Unknown Webhook", (string)(await JsonAsync(deleted))["message"]!);
        Assert.Empty(_webhook.Messages);
    }

    [Fact]
    public async Task DropBeforeWorkLosesMessageAndDropAfterWorkLosesResponse()
    {
        _webhook.Faults.Enqueue(CadFault.Drop());
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Hello));
        Assert.Empty(_webhook.Messages);

        _webhook.Faults.Enqueue(CadFault.DropAfterWork(), CadFault.Slow(TimeSpan.FromMilliseconds(50)));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Hello));
        using var slow = await PostAsync(Hello);

        Assert.Equal(204, (int)slow.StatusCode);
        Assert.Equal(2, _webhook.Messages.Count);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        return await _client.PostAsync(_webhook.Url, content);
    }
}
