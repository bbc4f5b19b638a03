using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>What staff do in the game, and what they see of it everywhere.</summary>
[Collection(BrowserGroup.Name)]
public sealed class GameTests(Browser browser)
{
    [BrowserFact]
    public async Task ListShowsTheNewestCallInTheChatWindow()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.PlaceCallAsync("Ann Lee", "Mirror Park", "Break-in");
        await Expect(page.OpenCall(106)).ToBeVisibleAsync();

        await page.SayAsync("/clear911");

        await Expect(page.Chat).ToContainTextAsync("106");
        Assert.True(await page.IsInSightAsync("106"));
        page.AssertClean();
    }

    [BrowserFact]
    public async Task ClearedCallLeavesTheCadAndIsReported()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.SwitchAsync("ox_lib", isOn: true);

        await page.SayAsync("/clear911 105");

        await Expect(page.OpenCall(105)).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".notification.ox_lib.success")).ToContainTextAsync("105");
        await Expect(page.Page.Locator("#discord .embed")).ToContainTextAsync("105");
        await Expect(page.Page.Locator("#console")).ToContainTextAsync("105");
        await Expect(page.Page.Locator("#cleared-calls [data-id='105']")).ToHaveCountAsync(1);
        Assert.Equal([105], page.World.Cad.ClearedCalls(page.World.Community).Select(call => call.CallId));
        page.AssertClean();
    }

    [BrowserFact]
    public async Task CallWaitsDuringAnOutageAndIsClearedAfterIt()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.FailAsync("drop");
        await Expect(page.Page.Locator("#cad-state.bad")).ToBeVisibleAsync();

        await page.SayAsync("/clear911 103");
        await Expect(page.ChatLine("103", isWarning: true)).ToHaveCountAsync(1);
        await Expect(page.OpenCall(103)).ToBeVisibleAsync();

        await page.FailAsync("none");
        await Expect(page.ChatLine("103", isWarning: false)).ToHaveCountAsync(1);
        await Expect(page.OpenCall(103)).ToHaveCountAsync(0);
        page.AssertClean();
    }

    [BrowserFact]
    public async Task PlayerWithoutPermissionIsRefused()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.PlayAsync(1);

        await page.SayAsync("/clear911 101");

        await Expect(page.Chat).ToContainTextAsync("Access denied for command clear911");
        await Expect(page.OpenCall(101)).ToBeVisibleAsync();
        await page.ChatInput.FillAsync("/clear");
        await Expect(page.Page.Locator(".suggestion")).ToHaveCountAsync(0);

        await page.PlayAsync(2);
        await page.ChatInput.FillAsync("/clear");
        await Expect(page.Chat).Not.ToContainTextAsync("Access denied");
        await Expect(page.Page.Locator(".suggestion")).ToContainTextAsync("/clear911");
        page.AssertClean();
    }

    [BrowserFact]
    public async Task EachNotificationResourceShowsItsOwn()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.SwitchAsync("sonorancad", isOn: true);
        await page.SayAsync("/clear911 101");
        await Expect(page.Page.Locator(".notification.sonorancad.success")).ToContainTextAsync("101");

        await page.SwitchAsync("sonorancad", isOn: false);
        await page.SayAsync("/clear911 102");
        await Expect(page.ChatLine("102", isWarning: false)).ToHaveCountAsync(1);
        page.AssertClean();
    }

    [BrowserFact]
    public async Task ReloadedPageShowsWhatHappenedBefore()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);
        await page.RunAsync("clear911 104");
        await Expect(page.Page.Locator("#discord .embed")).ToContainTextAsync("104");

        await page.Page.ReloadAsync();

        await Expect(page.Page.Locator("#discord .embed")).ToContainTextAsync("104");
        await Expect(page.Page.Locator("#console .typed")).ToContainTextAsync("clear911 104");
        await Expect(page.OpenCall(104)).ToHaveCountAsync(0);
        await Expect(page.OpenCalls).ToHaveCountAsync(4);
        page.AssertClean();
    }

    [BrowserFact]
    public async Task DispatcherRemovesACallInTheCad()
    {
        await using var page = await PlaygroundPage.OpenAsync(browser);

        await page.OpenCall(102).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();

        await Expect(page.OpenCall(102)).ToHaveCountAsync(0);
        page.AssertClean();
    }
}
