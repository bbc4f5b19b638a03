using System;
using System.Linq;
using System.Threading.Tasks;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>The page for those who use a keyboard, a screen reader, a dark screen or a phone.</summary>
[Collection(BrowserGroup.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    [BrowserFact]
    public async Task AxeFindsNothingInLightAndDark()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.SwitchAsync("ox_lib", isOn: true);
        await page.SayAsync("/clear911 101");
        await page.RunAsync("foo");
        await Expect(page.Page.Locator("#discord .embed")).ToBeVisibleAsync();
        await page.FailAsync("drop");
        await page.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
        await page.ChatInput.FillAsync("/clear911 ");
        await Expect(page.Page.Locator(".suggestion")).ToBeVisibleAsync();

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var found = await page.Page.RunAxe();
            Assert.Empty(found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{scheme} {rule.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}")));
        }
    }

    [BrowserFact]
    public async Task KeyboardAloneClearsPlacesAndFails()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);

        await TabToAsync(page, "#chat-text");
        await page.Page.Keyboard.TypeAsync("/clear911 104");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.OpenCall(104)).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.ChatInput).ToHaveValueAsync("/clear911 104");

        await TabToAsync(page, "#call-form button");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.OpenCall(106)).ToBeVisibleAsync();

        await TabToAsync(page, "input[name=fault]");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Page.Locator("#cad-state.bad")).ToBeVisibleAsync();

        await TabToAsync(page, "#console-text");
        await page.Page.Keyboard.TypeAsync("fail off");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("#cad-state.bad")).ToHaveCountAsync(0);
        page.AssertClean();
    }

    [BrowserFact]
    public async Task NothingIsWiderThanAPhone()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser, width: 380, height: 800);
        await page.SayAsync("/clear911");
        await Expect(page.Chat).ToContainTextAsync("105");

        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    // Each stop on the way shows that it has the focus.
    private static async Task TabToAsync(PlaygroundPage page, string selector)
    {
        for (var stop = 0; stop < 40; stop++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            var seen = await page.Page.EvaluateAsync<string>(
                """
                () => {
                  const focused = document.activeElement;
                  const marked = [focused, focused.parentElement].some(one => getComputedStyle(one).outlineStyle !== 'none');
                  return marked || focused === document.body ? '' : focused.outerHTML;
                }
                """);
            Assert.Equal(string.Empty, seen);
            if (await page.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The Tab key does not reach {selector}.");
    }
}
