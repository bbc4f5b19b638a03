using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace BrowserTests.Pictures;

/// <summary>Runs a script on the page and takes its picture.</summary>
internal static class PictureRenderer
{
    private const int MaxWidth = 1200;
    private const int MaxBytes = 200 * 1024;

    public static async Task RenderAsync(Browser browser, PictureScript script, string file)
    {
        var size = Words(script, "size").Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var scale = float.Parse(Words(script, "scale").FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        await using var page = await PlaygroundPage.OpenAsync(browser, scale: scale, width: size[0], height: size[1]);
        foreach (var (verb, words) in script.Steps.Where(step => step.Verb is not ("size" or "scale")))
        {
            await RunAsync(page, verb, words, file);
        }

        Check(file);
    }

    private static string[] Words(PictureScript script, string verb) =>
        script.Steps.Where(step => step.Verb == verb).Select(step => step.Words.Split(' ')).FirstOrDefault() ?? [];

    private static Task RunAsync(PlaygroundPage page, string verb, string words, string file) => verb switch
    {
        "chat" => page.SayAsync(words),
        "console" => page.RunAsync(words),
        "fail" => page.FailAsync(words),
        "start" => page.SwitchAsync(words, isOn: true),
        "call" when words.Split('|', StringSplitOptions.TrimEntries) is [var caller, var location, var description] => PlaceAsync(page, caller, location, description),

        // A style sheet of its own for the picture: what is left out, and how large the rest is.
        "style" => page.Page.EvaluateAsync("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }", words),
        "wait" => page.Page.Locator(words).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached }),
        "pause" => Task.Delay(TimeSpan.FromSeconds(double.Parse(words, CultureInfo.InvariantCulture))),
        "focus" => page.Page.FocusAsync(words),
        "picture" => page.Page.Locator(words).ScreenshotAsync(new LocatorScreenshotOptions { Path = file, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide }),
        _ => throw new InvalidDataException($"A script of a picture has no line \"{verb} {words}\"."),
    };

    private static async Task PlaceAsync(PlaygroundPage page, string caller, string location, string description)
    {
        await page.PlaceCallAsync(caller, location, description);
        await page.OpenCalls.Filter(new LocatorFilterOptions { HasText = caller }).First.WaitForAsync();
    }

    private static void Check(string file)
    {
        // A PNG has its width in the bytes from 16 on.
        var bytes = File.ReadAllBytes(file);
        var width = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16));
        if (width > MaxWidth || bytes.Length > MaxBytes)
        {
            throw new InvalidDataException($"{file} is {width} px wide and has {bytes.Length} bytes; {MaxWidth} px and {MaxBytes} bytes are the limits.");
        }
    }
}
