using System;
using System.IO;
using System.Linq;
using FxServer;

namespace Benchmarks;

/// <summary>
/// The built resource on the stand-in server, beside a script that does nothing. Made and used on one thread, the server's
/// main thread.
/// </summary>
internal sealed class BenchServer : IDisposable
{
    public const string ResourceName = "sonorancad-remove911";

    private readonly string _home = Directory.CreateTempSubdirectory("benchmarks-").FullName;
    private readonly string _folder;

    /// <param name="cadUrl">Where the resource sends its requests.</param>
    /// <param name="more">More of config.json: <c>, "key": value</c>.</param>
    public BenchServer(string cadUrl, string more)
    {
        var checkout = FindCheckout();
        _folder = Path.Combine(_home, ResourceName);
        Directory.CreateDirectory(Path.Combine(_folder, "dist"));
        File.Copy(Path.Combine(checkout, "fxmanifest.lua"), Path.Combine(_folder, "fxmanifest.lua"));
        foreach (var dll in Directory.GetFiles(Path.Combine(checkout, "dist")))
        {
            File.Copy(dll, Path.Combine(_folder, "dist", Path.GetFileName(dll)));
        }

        File.WriteAllText(
            Path.Combine(_folder, "config.json"),
            $$"""{ "communityId": "bench", "apiKey": "bench-key", "apiUrl": "{{cadUrl.TrimEnd('/')}}", "logLevel": "warn", "startupCheck": false{{more}} }""");
        Server = new GameServer(Path.Combine(_home, "data"));
        Server.StartScripts("empty", typeof(EmptyScript).Assembly, type => type == typeof(EmptyScript));
        Server.StartResource(_folder);
    }

    public GameServer Server { get; }

    /// <summary>Starts the resource afresh, with nothing pending.</summary>
    public void StartAfresh()
    {
        Server.KillResource(ResourceName);
        foreach (var key in Server.Kvp.Keys(ResourceName).ToList())
        {
            Server.Kvp.Delete(ResourceName, key);
        }

        Server.Console.Clear();
        Server.Http.ForgetRequests();
        Server.StartResource(_folder);
    }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(_home, recursive: true);
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
