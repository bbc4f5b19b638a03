using System;
using System.Threading.Tasks;
using Playground.Scene;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>Text from outside stays text, and secrets stay out of the page.</summary>
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
}
