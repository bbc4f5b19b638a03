using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonoranCad.Remove911.Configuration;

namespace Playground.Scene;

/// <summary>The resource as an owner installs it, in a temporary folder that is deleted when the Playground ends.</summary>
internal sealed class ResourceFolder : IDisposable
{
    public const string FirstName = "sonorancad-remove911";

    private const string Manifest = "fxmanifest.lua";

    private readonly string _home = Directory.CreateTempSubdirectory("playground-").FullName;

    public ResourceFolder()
    {
        try
        {
            var checkout = FindCheckout();
            Directory.CreateDirectory(Path);
            File.Copy(System.IO.Path.Combine(checkout, Manifest), System.IO.Path.Combine(Path, Manifest));
            CopyAll(checkout, "dist");
            CopyAll(checkout, "locales");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder's name, which is the resource's name too, as on a server.</summary>
    public string Name { get; private set; } = FirstName;

    public string Path => System.IO.Path.Combine(_home, Name);

    public string ConfigFile => System.IO.Path.Combine(Path, "config.json");

    /// <summary>Where the server keeps its key-value stores.</summary>
    public string DataDirectory => System.IO.Path.Combine(_home, "data");

    /// <summary>Where the resource writes its audit files. It creates the folder with the first one.</summary>
    public string AuditFolder => System.IO.Path.Combine(Path, "audit");

    public void Configure(string communityId, string apiKey, Uri cad)
    {
        var config = new Dictionary<string, string>
        {
            ["communityId"] = communityId,
            ["apiKey"] = apiKey,
            ["apiUrl"] = cad.ToString().TrimEnd('/'),
        };
        File.WriteAllText(ConfigFile, JsonSerializer.Serialize(config, Json.Indented));
    }

    /// <summary>Writes what is about the account, and leaves the rest at its default.</summary>
    public void Configure(Settings account)
    {
        var config = new JsonObject { ["communityId"] = account.CommunityId, ["apiKey"] = account.ApiKey, ["serverId"] = account.ServerId };
        config["apiUrl"] = account.ApiUrl;
        config["api"] = account.Api.ToString().ToLowerInvariant();
        File.WriteAllText(ConfigFile, config.ToJsonString(Json.Indented));
    }

    /// <summary>Renames the folder, as an owner would while the resource is stopped.</summary>
    public void Rename(string name)
    {
        Directory.Move(Path, System.IO.Path.Combine(_home, name));
        Name = name;
    }

    /// <summary>Sets one key of the file to any value.</summary>
    public void Configure(string key, JsonNode? value)
    {
        var config = JsonNode.Parse(File.ReadAllText(ConfigFile))!.AsObject();
        config[key] = value;
        File.WriteAllText(ConfigFile, config.ToJsonString(Json.Indented));
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    /// <summary>The repository, from within which the Playground runs.</summary>
    public static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Manifest)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"The Playground has to run from within its repository: there is no {Manifest} in a folder above it.");
    }

    private void CopyAll(string checkout, string folder)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, folder));
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(checkout, folder)))
        {
            File.Copy(file, System.IO.Path.Combine(Path, folder, System.IO.Path.GetFileName(file)));
        }
    }
}
