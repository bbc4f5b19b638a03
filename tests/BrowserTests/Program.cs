using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BrowserTests.Pictures;

namespace BrowserTests;

/// <summary>Renders a picture for each script in a folder.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Length == 0 || Browser.Executable is null)
        {
            await Console.Error.WriteLineAsync(args.Length == 0
                ? "Name the folder with the scripts, and pictures of it if not all are to be rendered."
                : "No browser is installed (Debian: apt-get install chromium).");
            return 1;
        }

        var browser = new Browser();
        await browser.InitializeAsync();
        try
        {
            foreach (var script in Directory.GetFiles(args[0], "*.txt").Order(StringComparer.Ordinal).Select(PictureScript.Read))
            {
                if (args.Length == 1 || args.Contains(script.Name))
                {
                    await PictureRenderer.RenderAsync(browser, script, Path.Combine(args[0], script.Name + ".png"));
                    Console.WriteLine(script.Name + ".png");
                }
            }
        }
        finally
        {
            await browser.DisposeAsync();
        }

        return 0;
    }
}
