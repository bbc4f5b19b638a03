using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Properties;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>What owners and crashes leave behind: config.json, locale files, stored values, convars.</summary>
internal sealed class FuzzFiles(FuzzSource source, string goodConfig)
{
    private static readonly string[] Values =
    [
        "null", "true", "\"\"", "\"auto\"", "\"v1\"", "\"v2\"", "\"chat\"", "\"debug\"", "\"xx\"", "\"../xx\"", "\"clear911\"", "\"a b\"", "\"x911\"", "0", "1", "-1", "0.01", "1e999", "60", "10000",
        "99999999999999999999", "\"NaN\"", "[]", "{}", "[1,[2,[3]]]", "\"http://127.0.0.1:1\"", "\"https://elsewhere.example/api\"", "\"https://discord.com/api/webhooks/1/x\"",
    ];

    /// <summary>A config.json with the account, some odd settings, and sometimes damage anywhere.</summary>
    public string Config()
    {
        var settings = Enumerable.Range(0, source.Number(6))
            .Select(_ => $", \"{source.Of([.. SettingDefinitions.Keys.Except(["apiKey"]), "unknown"])}\": {source.Of(Values)}");
        var text = goodConfig.TrimEnd().TrimEnd('}') + string.Concat(settings) + " }";
        return source.Number(6) switch
        {
            0 => source.Text(),
            1 => Cut(text),
            2 => text.Replace(ServerRig.ApiKey, source.Of($"\\n{ServerRig.ApiKey}", $" {ServerRig.ApiKey} ", $"{ServerRig.ApiKey}\\\"", $"{ServerRig.ApiKey}\"\""), StringComparison.Ordinal),
            _ => text,
        };
    }

    public string Locale(string english) => source.Number(3) switch
    {
        0 => source.Text(),
        1 => source.Mutate(english),
        _ => english.Replace(source.Of("{call}", "{calls}", "{count}", "}", "\":"), source.Of("{", "}", "{{call}}", "{x}", "{0}", source.Text()), StringComparison.Ordinal),
    };

    public (string Key, string Value) Stored()
    {
        var id = source.Next(Generators.CallId);
        var entry = $$"""{"v":1,"at":1795521600000,"kind":"player","source":1,"name":"Jane","license":"license:1","to":"{{ServerRig.CommunityId}}","server":1,"url":"https://api.sonorancad.com","id":{{id}},"doubt":false}""";
        var key = source.Number(6) switch
        {
            0 => "endpoint",
            1 => source.Of("sent:v1", "sent:v2"),
            2 => "outbox:" + source.Text(),
            _ => $"outbox:{id}{source.Of("", "", "#2", "#x")}",
        };
        return (key, source.Number(4) switch
        {
            0 => source.Text(),
            1 => entry,
            2 => source.Of("v1", "v2", "v1-typed", "1795521600000,1795521600000", "-1,99999999999999999999,,1", string.Concat(Enumerable.Repeat("1795521600000,", 3000))),
            _ => source.Mutate(entry),
        });
    }

    // The rest of a key that is cut off is not the key.
    private string Cut(string text)
    {
        var start = text.IndexOf("apiUrl", StringComparison.Ordinal);
        return text[..start] + source.Mutate(text[start..]);
    }
}
