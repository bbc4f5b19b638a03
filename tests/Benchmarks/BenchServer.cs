using System;
using System.IO;
using CadServer;
using FxServer;

namespace Benchmarks;

/// <summary>
/// The built resource on the stand-in server, next to a script that does nothing. Its thread is the server's main thread.
/// </summary>
internal sealed class BenchServer : IDisposable
{
    public const string ResourceName = "sonorancad-remove911";

    /// <summary>Settings for config.json that send as fast and queue as much as the resource allows.</summary>
    public const string Fastest = ", \"api\": \"v1\", \"maxBatch\": 100, \"v1IntervalSeconds\": 0.01, \"maxWaiting\": 10000";

    /// <param name="cadUrl">The CAD's base URL.</param>
    /// <param name="more">More settings for config.json, from a comma on: <c>, "key": value</c>.</param>
    public BenchServer(string cadUrl, string more)
    {
        Folder = CreateFolder(Home);
        File.WriteAllText(
            Path.Combine(Folder, "config.json"),
            $$"""{ "communityId": "bench", "apiKey": "bench-key", "apiUrl": "{{cadUrl.TrimEnd('/')}}", "logLevel": "warn", "startupCheck": false{{more}} }""");
        Server = new GameServer(Path.Combine(Home, "data"));
        Server.AddResource("chat");
        Server.StartScripts("empty", typeof(EmptyScript).Assembly, type => type == typeof(EmptyScript));
        Server.StartResource(Folder);
    }

    /// <summary>The repository's root.</summary>
    public static string Checkout { get; } = FindCheckout();

    /// <summary>A temporary directory for the server, deleted on dispose.</summary>
    public string Home { get; } = Directory.CreateTempSubdirectory("benchmarks-").FullName;

    public string Folder { get; }

    public GameServer Server { get; }

    /// <summary>Creates the resource's folder as an owner has it, but without config.json.</summary>
    public static string CreateFolder(string home)
    {
        var folder = Path.Combine(home, ResourceName);
        File.Copy(Path.Combine(Checkout, "fxmanifest.lua"), Path.Combine(Directory.CreateDirectory(folder).FullName, "fxmanifest.lua"));
        foreach (var part in new[] { "dist", "locales" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
            foreach (var file in Directory.GetFiles(Path.Combine(Checkout, part)))
            {
                File.Copy(file, Path.Combine(folder, part, Path.GetFileName(file)));
            }
        }

        return folder;
    }

    /// <summary>Ticks until the CAD has cleared everything pending, and drops what the stand-ins recorded.</summary>
    public void DrainAll(Cad cad)
    {
        // With nothing pending, the resource removes its tick handler.
        if (!Server.TickUntil(() => Server.TickHandlerCount(ResourceName) == 0, TimeSpan.FromMinutes(5)))
        {
            throw new InvalidOperationException("The pending removals did not complete.");
        }

        Server.Console.Clear();
        Server.Http.ClearRequests();
        cad.ClearRequests();
    }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Home, recursive: true);
    }

    private static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "fxmanifest.lua")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks must run from within the checkout.");
    }
}
