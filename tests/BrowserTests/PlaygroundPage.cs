using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Playground.Scene;
using Xunit;

namespace BrowserTests;

/// <summary>The Playground's page, open in a browser, with what a person does on it.</summary>
internal sealed class PlaygroundPage : IAsyncDisposable
{
    private readonly RunningPlayground _playground;
    private readonly IBrowserContext _context;

    private PlaygroundPage(RunningPlayground playground, IBrowserContext context, IPage page)
    {
        _playground = playground;
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public World World => _playground.World;

    /// <summary>What the terminal shows now.</summary>
    public string Terminal => _playground.Terminal;

    public Uri Address => new(Page.Url);

    /// <summary>Errors of the page, and what its console complains about.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>The hosts that the page sent a request to.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ILocator Chat => Page.Locator("#chat");

    public ILocator ChatInput => Page.Locator("#chat-text");

    public ILocator Notifications => Page.Locator("#notifications .notification");

    public ILocator OpenCalls => Page.Locator("#open-calls li[data-id]");

    public static async Task<PlaygroundPage> OpenAsync(Browser browser, LiveAccount? live = null, float scale = 1, int width = 1600, int height = 1000)
    {
        var playground = new RunningPlayground(live);
        try
        {
            var address = await playground.StartedAsync();
            var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                DeviceScaleFactor = scale,
                ColorScheme = ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
            });
            context.SetDefaultTimeout(Browser.Patience);
            var page = new PlaygroundPage(playground, context, await context.NewPageAsync());
            await page.LoadAsync(address);
            return page;
        }
        catch
        {
            playground.Dispose();
            throw;
        }
    }

    /// <summary>A line of the chat with these words in it, in the color of a success or of a warning.</summary>
    public ILocator ChatLine(string words, bool isWarning) => Chat.Locator(".message", new LocatorLocatorOptions { HasText = words })
        .And(Page.Locator($".message:has(> b[style*='{(isWarning ? "255, 167, 38" : "102, 187, 106")}'])"));

    public ILocator OpenCall(int callId) => Page.Locator(string.Create(CultureInfo.InvariantCulture, $"#open-calls li[data-id='{callId}']"));

    /// <summary>Whether these words of the chat stand within its window, and have not scrolled out of it.</summary>
    public Task<bool> IsInSightAsync(string words) => Page.EvaluateAsync<bool>(
        """
        words => {
          const chat = document.querySelector('#chat');
          const window = chat.getBoundingClientRect();
          const texts = document.createTreeWalker(chat, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const at = texts.currentNode.data.indexOf(words);
            if (at >= 0) {
              const range = document.createRange();
              range.setStart(texts.currentNode, at);
              range.setEnd(texts.currentNode, at + words.length);
              const place = range.getBoundingClientRect();
              return place.top >= window.top - 1 && place.bottom <= window.bottom + 1 && !chat.classList.contains('faded');
            }
          }
          return false;
        }
        """,
        words);

    /// <summary>Every event that a page gets if it is opened now.</summary>
    public Task<string> ReadEventsAsync() => Page.EvaluateAsync<string>(
        """
        async () => {
          const reader = (await fetch('/events')).body.getReader();
          let text = '';
          for (let part = await reader.read(); !part.done; part = await reader.read()) {
            text += new TextDecoder().decode(part.value);
            if (text.includes('event: caught-up')) {
              break;
            }
          }
          await reader.cancel();
          return text;
        }
        """);

    /// <summary>The page has no errors, and has sent requests to nobody but the Playground.</summary>
    public void AssertClean()
    {
        Assert.Empty(Errors);
        Assert.All(Requests, host => Assert.Equal(Address.Authority, host));
    }

    public async Task SayAsync(string text)
    {
        await ChatInput.FillAsync(text);
        await ChatInput.PressAsync("Enter");
    }

    public async Task RunAsync(string consoleLine)
    {
        await Page.FillAsync("#console-text", consoleLine);
        await Page.PressAsync("#console-text", "Enter");
    }

    public async Task PlaceCallAsync(string caller, string location, string description)
    {
        await Page.FillAsync("input[name=caller]", caller);
        await Page.FillAsync("input[name=location]", location);
        await Page.FillAsync("input[name=description]", description);
        await Page.ClickAsync("#call-form button");
    }

    /// <summary>Sets how the CAD works, by the words that the prompt has for it.</summary>
    public async Task FailAsync(string words)
    {
        await Page.EvaluateAsync("() => { document.querySelector('#more-faults').open = true; }");
        await Page.CheckAsync($"input[name=fault][value='{words}']");
    }

    public Task PlayAsync(int player) => Page.CheckAsync(string.Create(CultureInfo.InvariantCulture, $"input[name=player][value='{player}']"));

    public Task SwitchAsync(string resource, bool isOn) => Page.SetCheckedAsync($"#resources input[value='{resource}']", isOn);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _playground.Dispose();
    }

    private async Task LoadAsync(Uri address)
    {
        Page.PageError += (_, error) => Errors.Enqueue(error);
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Errors.Enqueue(message.Text);
            }
        };
        Page.Dialog += (_, dialog) => Errors.Enqueue("dialog: " + dialog.Message);
        _context.Request += (_, request) => Requests.Enqueue(new Uri(request.Url).Authority);
        await Page.GotoAsync(address.ToString());
        await Page.Locator("body[data-ready]").WaitForAsync();

        // Wait for the startup check, so that no test runs into it.
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('#requests li').length >= 2 || document.querySelector('#live:not([hidden])')");
    }
}
