using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Playground.Scene;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>Text from outside stays text, secrets stay out of the page, and nobody else reaches it.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SafetyTests(Browser browser)
{
    private const string Hostile = "<img src=x onerror=alert(1)> ^#ff0000";

    [BrowserFact]
    public async Task HostileCallerStaysText()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.PlaceCallAsync(Hostile, "^1<b>Park</b>", "~r~");
        await Expect(page.OpenCall(106)).ToContainTextAsync(Hostile);

        await page.SayAsync("/clear911");
        await Expect(page.Chat).ToContainTextAsync("<img src=x");
        await page.SwitchAsync("ox_lib", isOn: true);
        await page.SayAsync("/clear911 last");
        await Expect(page.OpenCall(106)).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".notification.ox_lib.success")).ToContainTextAsync("106");

        Assert.Equal(0, await page.Page.Locator("img, [onerror]").CountAsync());
        Assert.Equal(0, await page.Page.Locator("#chat [style*='255, 0, 0'], #chat .color-1, .notification b").CountAsync());
        page.AssertClean();
    }

    [BrowserTheory]
    [InlineData("ox_lib", false)]
    [InlineData("sonorancad", true)]
    public async Task HtmlInANotificationIsShownAsText(string origin, bool isHtml)
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);

        await page.Page.EvaluateAsync(
            "async shown => new (await import('/notifications.js')).Notifications().add(shown)",
            new { origin, isHtml, type = "info", text = "<img src=x onerror=alert(1)> <a href='javascript:alert(1)'>a</a>", duration = 90_000 });

        await Expect(page.Notifications).ToContainTextAsync("<img src=");
        Assert.Equal(0, await page.Page.Locator("img, .notification a, [onerror]").CountAsync());
        page.AssertClean();
    }

    [BrowserFact]
    public async Task SecretsNeverReachThePage()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        foreach (var line in new[] { "config", "requests", "clear911 101", "clear911 status", "config apiKey typed-secret-1", "audit" })
        {
            await page.RunAsync(line);
        }

        await Expect(page.Page.Locator("#console .typed")).ToHaveCountAsync(6);
        await Expect(page.OpenCall(101)).ToHaveCountAsync(0);
        await page.FailAsync("400 INVALID API KEY");
        await page.RunAsync("clear911 102");
        await Expect(page.Page.Locator("#console .typed")).ToHaveCountAsync(7);

        var shown = await page.Page.ContentAsync() + await page.ReadEventsAsync() + page.Terminal;
        Assert.Contains("[key]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(World.ApiKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("typed-secret-1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(page.World.Discord.Url.Segments[^1], shown, StringComparison.Ordinal);
    }

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
