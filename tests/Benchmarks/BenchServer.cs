using System;
using System.IO;
using CadServer;
using FxServer;

namespace Benchmarks;

/// <summary>
/// The built resource on the stand-in server, beside a script that does nothing. Made and used on one thread, the server's
/// main thread.
/// </summary>
internal sealed class BenchServer : IDisposable
{
    public const string ResourceName = "sonorancad-remove911";

    /// <summary>More of config.json: as fast as the resource sends, as much as it keeps.</summary>
    public const string Fastest = ", \"api\": \"v1\", \"maxBatch\": 100, \"v1IntervalSeconds\": 0.01, \"maxWaiting\": 10000";

    /// <param name="cadUrl">Where the resource sends its requests.</param>
    /// <param name="more">More of config.json: <c>, "key": value</c>.</param>
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

    /// <summary>The repository's folder.</summary>
    public static string Checkout { get; } = FindCheckout();

    /// <summary>Where the server lives, until this is disposed of.</summary>
    public string Home { get; } = Directory.CreateTempSubdirectory("benchmarks-").FullName;

    /// <summary>The resource's folder.</summary>
    public string Folder { get; }

    public GameServer Server { get; }

    /// <summary>Creates the resource's folder as an owner has it, without config.json.</summary>
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

    /// <summary>Ticks until the CAD has cleared all that is pending, and drops the stand-ins' records of it.</summary>
    public void DrainAll(Cad cad)
    {
        // With nothing pending the resource takes its tick away.
        if (!Server.TickUntil(() => Server.TickHandlerCount(ResourceName) == 0, TimeSpan.FromMinutes(5)))
        {
            throw new InvalidOperationException("What was pending did not end.");
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
