using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A <see cref="ServerRig"/> with calls 101 to 103 open and a given locale.</summary>
internal static class LocaleRig
{
    /// <param name="locale">The value in config.json, with its quotes.</param>
    /// <param name="change">What the owner changes in the folder before the resource starts.</param>
    public static ServerRig StartedIn(string locale, Action<ServerRig>? change = null)
    {
        var rig = new ServerRig();
        rig.Configure(more: $", \"locale\": {locale}, \"v1IntervalSeconds\": 0.01");
        rig.Open(101, 102, 103);
        change?.Invoke(rig);
        rig.Start();
        return rig;
    }

    /// <summary>Changes texts in a language's file.</summary>
    public static void Change(ServerRig rig, string language, Action<JsonObject> change)
    {
        var texts = JsonNode.Parse(File.ReadAllText(FileOf(rig, language)))!.AsObject();
        change(texts);
        File.WriteAllText(FileOf(rig, language), texts.ToJsonString());
    }

    /// <summary>Replaces a language's file, or deletes it if the content is null.</summary>
    public static void Write(ServerRig rig, string language, string? content)
    {
        if (content is null)
        {
            File.Delete(FileOf(rig, language));
        }
        else
        {
            File.WriteAllText(FileOf(rig, language), content);
        }
    }

    private static string FileOf(ServerRig rig, string language) => Path.Combine(rig.Folder, "locales", language + ".json");

    /// <summary>The console's warnings and errors, in any language.</summary>
    public static List<string> WarningsAndErrors(ServerRig rig) =>
        [.. rig.Server.Console.Lines.Where(line => line.StartsWith("^1", StringComparison.Ordinal) || line.StartsWith("^3", StringComparison.Ordinal))];
}
