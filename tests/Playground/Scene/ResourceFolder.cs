using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace Playground.Scene;

/// <summary>The resource as an owner installs it, in a temporary folder that ends with the playground.</summary>
internal sealed class ResourceFolder : IDisposable
{
    public const string ResourceName = "sonorancad-remove911";

    private const string Manifest = "fxmanifest.lua";

    private readonly string _home = Directory.CreateTempSubdirectory("playground-").FullName;

    public ResourceFolder()
    {
        var checkout = FindCheckout();
        Directory.CreateDirectory(Path);
        File.Copy(System.IO.Path.Combine(checkout, Manifest), System.IO.Path.Combine(Path, Manifest));
        CopyAll(checkout, "dist");
        CopyAll(checkout, "locales");
    }

    /// <summary>The folder's name is the resource's, as on a server.</summary>
    public string Path => System.IO.Path.Combine(_home, ResourceName);

    public string ConfigFile => System.IO.Path.Combine(Path, "config.json");

    /// <summary>For the server's key-value stores.</summary>
    public string DataDirectory => System.IO.Path.Combine(_home, "data");

    /// <summary>Where the resource leaves its audit files, once it does.</summary>
    public string AuditFolder => System.IO.Path.Combine(Path, "audit");

    /// <param name="communityId">The CAD's.</param>
    /// <param name="apiKey">The CAD's.</param>
    /// <param name="cad">The CAD's address.</param>
    /// <param name="webhook">Discord's address, or null.</param>
    public void Configure(string communityId, string apiKey, Uri cad, Uri? webhook = null)
    {
        var config = new Dictionary<string, string>
        {
            ["communityId"] = communityId,
            ["apiKey"] = apiKey,
            ["apiUrl"] = cad.ToString().TrimEnd('/'),
            ["discordWebhook"] = webhook?.ToString() ?? string.Empty,
        };
        File.WriteAllText(ConfigFile, JsonSerializer.Serialize(config, Json.Indented));
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private void CopyAll(string checkout, string folder)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, folder));
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(checkout, folder)))
        {
            File.Copy(file, System.IO.Path.Combine(Path, folder, System.IO.Path.GetFileName(file)));
        }
    }

    private static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Manifest)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"The playground must run from within the checkout: no {Manifest} above it.");
    }
}
