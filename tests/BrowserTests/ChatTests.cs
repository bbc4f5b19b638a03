using System;
using System.Threading.Tasks;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>The chat is the real one's size, fades as that one does, and turns the same markers into colors and styles.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ChatTests(Browser browser)
{
    [BrowserFact]
    public async Task WindowHasTheRealSizeAndNineLines()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        for (var line = 1; line <= 10; line++)
        {
            await page.SayAsync($"line-{line}-");
        }

        await Expect(page.Chat).ToContainTextAsync("line-10-");
        var pixel = await page.Page.EvaluateAsync<double>("() => document.querySelector('.frame').clientWidth / 1120");
        var box = (await page.Chat.BoundingBoxAsync())!;
        Assert.Equal(1920 * 0.38, box.Width / pixel, tolerance: 1);
        Assert.Equal(1080 * 0.22, box.Height / pixel, tolerance: 1);
        Assert.False(await page.IsInSightAsync("line-1-"));
        Assert.True(await page.IsInSightAsync("line-2-"));
        Assert.True(await page.IsInSightAsync("line-10-"));
    }

    [BrowserFact]
    public async Task WindowFadesSevenSecondsAfterTheLastMessage()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.Page.Clock.InstallAsync();
        await page.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await page.SayAsync("hello");
        await Expect(page.Chat).ToContainTextAsync("hello");
        await page.Page.EvaluateAsync("() => document.activeElement.blur()");

        await page.Page.Clock.FastForwardAsync(6900);
        Assert.False(await IsFadedAsync(page));
        await page.Page.Clock.FastForwardAsync(200);
        Assert.True(await IsFadedAsync(page));

        await page.ChatInput.FocusAsync();
        Assert.False(await IsFadedAsync(page));
    }

    [BrowserFact]
    public async Task MarkersBecomeColorsAndStyles()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);

        await page.SayAsync("^1a1^0a0^#0080ffa2^#f00a3^r^0^*b1^rn1^_u1^r^~s1^r^=us^r^/it^r~r~c1~s~n2~bold~b2 2^5 ~ ^x");

        await Expect(page.Chat).ToContainTextAsync("a1a0a2a3b1n1u1s1usitc1n2b2 2 ~ ^x");
        Assert.Equal("rgb(255, 107, 107)", await StyleAsync(page, "a1", "color"));
        Assert.Equal("rgb(255, 255, 255)", await StyleAsync(page, "a0", "color"));
        Assert.Equal("rgb(0, 128, 255)", await StyleAsync(page, "a2", "color"));
        Assert.Equal("rgb(255, 0, 0)", await StyleAsync(page, "a3", "color"));
        Assert.Equal("700", await StyleAsync(page, "b1", "fontWeight"));
        Assert.Equal("400", await StyleAsync(page, "n1", "fontWeight"));
        Assert.Equal("underline", await StyleAsync(page, "u1", "textDecorationLine"));
        Assert.Equal("line-through", await StyleAsync(page, "s1", "textDecorationLine"));
        Assert.Equal("underline line-through", await StyleAsync(page, "us", "textDecorationLine"));
        Assert.Equal("italic", await StyleAsync(page, "it", "fontStyle"));
        Assert.Equal("rgb(255, 107, 107)", await StyleAsync(page, "c1", "color"));
        Assert.Equal("rgb(255, 255, 255)", await StyleAsync(page, "n2", "color"));
        Assert.Equal("700", await StyleAsync(page, "b2 2", "fontWeight"));
    }

    [BrowserFact]
    public async Task SuggestionShowsTheHelpOfTheParameterBeingTyped()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.ChatInput.FillAsync("/cle");
        var help = await page.Page.Locator(".suggestion small").TextContentAsync();

        await page.ChatInput.FillAsync("/clear911 ");

        await Expect(page.Page.Locator(".suggestion .current")).ToHaveCountAsync(1);
        Assert.NotEqual(help, await page.Page.Locator(".suggestion small").TextContentAsync());
        await page.ChatInput.FillAsync("/clear9111");
        await Expect(page.Page.Locator(".suggestion")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task NotificationReplacesAnotherWithItsIdAndEndsInTime()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.Page.Clock.InstallAsync();
        await page.Page.EvaluateAsync(
            """
            async () => {
              const shown = new (await import('/notifications.js')).Notifications();
              const base = { origin: 'ox_lib', isHtml: false, title: 'T', type: 'warning' };
              shown.add({ ...base, id: 'one', text: 'first', duration: 90000 });
              shown.add({ ...base, id: 'one', text: '**second** \\*plain\\*', duration: 90000 });
              shown.add({ ...base, id: null, text: 'short' });
            }
            """);

        await Expect(page.Notifications).ToHaveCountAsync(2);
        await Expect(page.Notifications.First).ToContainTextAsync("second *plain*");
        await Expect(page.Notifications.First.Locator("strong", new() { HasText = "second" })).ToHaveCountAsync(1);
        await page.Page.Clock.FastForwardAsync(3000);
        await Expect(page.Notifications).ToHaveCountAsync(1);
    }

    private static Task<bool> IsFadedAsync(PlaygroundPage page) =>
        page.Page.EvaluateAsync<bool>("() => document.querySelector('#chat').classList.contains('faded')");

    private static Task<string> StyleAsync(PlaygroundPage page, string text, string property) => page.Page.EvaluateAsync<string>(
        "([text, property]) => getComputedStyle([...document.querySelectorAll('#chat .message span')].find(one => one.textContent === text))[property]",
        new[] { text, property });
}
