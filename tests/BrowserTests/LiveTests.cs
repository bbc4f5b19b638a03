using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CadServer;
using Playground.Scene;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>The page with the owner's own CAD, which another stand-in plays.</summary>
[Collection(BrowserGroup.Name)]
public sealed class LiveTests(Browser browser) : IDisposable
{
    private const string Key = "the-owners-own-key";

    private readonly string _file = Path.GetTempFileName();
    private readonly Cad _cad = Cad.Start();

    [BrowserFact]
    public async Task FirstRemovalIsAskedAbout()
    {
        var community = _cad.AddCommunity("owners-community", Key);
        _cad.Open(community, 7001);
        _cad.Open(community, 7002);
        await File.WriteAllTextAsync(_file, $$"""{ "communityId": "owners-community", "apiKey": "{{Key}}", "apiUrl": "{{_cad.Url.ToString().TrimEnd('/')}}" }""");
        Assert.True(LiveAccount.TryRead(_file, out var account, out _));
        await using var page = await PlaygroundPage.OpenAsync(browser, account);
        await Expect(page.Page.Locator("#live")).ToContainTextAsync(_cad.Url.Authority);
        await Expect(page.Page.Locator("#cad-stand-in")).ToBeHiddenAsync();

        await page.SayAsync("/clear911");
        await Expect(page.Chat).ToContainTextAsync("7002");
        await page.SayAsync("/clear911 7001");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "No" }).ClickAsync();
        await Expect(page.Page.Locator("#chat-result")).Not.ToBeEmptyAsync();
        Assert.Equal(2, _cad.OpenCalls(community).Count);

        await page.SayAsync("/clear911 7001");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Yes, clear them" }).ClickAsync();
        await Expect(page.ChatLine("7001", isWarning: false)).ToHaveCountAsync(1);
        await page.RunAsync("clear911 7002");
        await Expect(page.Page.Locator("#discord .embed", new() { HasText = "7002" })).ToHaveCountAsync(1);
        Assert.Equal([7001, 7002], _cad.ClearedCalls(community).Select(call => call.CallId));

        Assert.Empty(page.World.Cad.Requests);
        Assert.DoesNotContain(Key, await page.Page.ContentAsync() + await page.ReadEventsAsync() + page.Terminal, StringComparison.Ordinal);
        page.AssertClean();
    }

    public void Dispose()
    {
        _cad.Dispose();
        File.Delete(_file);
    }
}
