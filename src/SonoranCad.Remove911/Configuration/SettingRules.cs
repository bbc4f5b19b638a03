using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What each key of config.json may hold.</summary>
internal static class SettingRules
{
    private const int LongestText = 500;

    private static readonly Regex CommandName = new("^[A-Za-z0-9_-]{1,32}$", RegexOptions.CultureInvariant);

    /// <summary>Puts <paramref name="value"/> into the file's settings, or says what is wrong with it.</summary>
    public static void Apply(ConfigFile file, string name, JToken value)
    {
        var settings = file.Settings;
        switch (name)
        {
            case ConfigKeys.CommunityId:
                settings.CommunityId = ReadText(file, name, value) ?? string.Empty;
                break;
            case ConfigKeys.ApiKey:
                settings.ApiKey = ReadText(file, name, value) ?? string.Empty;
                break;
            case ConfigKeys.ServerId:
                settings.ServerId = ReadServerId(file, value);
                break;
            case ConfigKeys.ApiUrl:
                settings.ApiUrl = ReadApiUrl(file, value);
                break;
            case ConfigKeys.Command:
                settings.Command = ReadCommand(file, value);
                break;
            case ConfigKeys.LogLevel:
                settings.LogLevel = ReadLogLevel(file, value);
                break;
            default:
                WarnOfUnknown(file, name);
                break;
        }
    }

    /// <summary>A server number as config.json and the convar have it; null where <paramref name="text"/> is none.</summary>
    public static int? ParseServerId(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id >= 1 ? id : null;

    private static string? ReadText(ConfigFile file, string key, JToken value)
    {
        if (value.Type == JTokenType.Null)
        {
            return null;
        }

        if (value.Type != JTokenType.String)
        {
            file.Fail($"{key} must be text in double quotes{ButIs(key, value)}. Write \"{key}\": \"…\".", isAboutAccount: true);
            return null;
        }

        var text = ((string)value!).Trim();
        if (text.Length > LongestText || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            file.Fail(
                $"{key} holds a space, a line break or more than {LongestText} characters{ButIs(key, value)}. Copy it from the CAD again.",
                isAboutAccount: true);
            return null;
        }

        return text;
    }

    private static int? ReadServerId(ConfigFile file, JToken value)
    {
        if (value.Type == JTokenType.Null || (value.Type == JTokenType.String && string.IsNullOrWhiteSpace((string?)value)))
        {
            return null;
        }

        var id = value.Type is JTokenType.Integer or JTokenType.String
            ? ParseServerId(Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture)!.Trim())
            : null;
        if (id is null)
        {
            file.Fail(
                $"{ConfigKeys.ServerId} must be a whole number from 1, or null{ButIs(ConfigKeys.ServerId, value)}. "
                + "Write the CAD's number of this server, or null where the community has one server.",
                isAboutAccount: true);
        }

        return id;
    }

    private static string ReadApiUrl(ConfigFile file, JToken value)
    {
        var text = value.Type == JTokenType.String ? ((string)value!).Trim() : null;
        var fault = text is null ? "must be an address in double quotes" : ApiAddress.Fault(text);
        if (fault is null)
        {
            return text!.TrimEnd('/');
        }

        // An address may hold a password: what has an @ is not shown.
        var shown = text is not null && text.IndexOf('@') >= 0 ? string.Empty : ButIs(ConfigKeys.ApiUrl, value);
        file.Fail(
            $"{ConfigKeys.ApiUrl} {fault}{shown}. Write \"{Settings.DefaultApiUrl}\", or leave the key out.",
            isAboutAccount: true);
        return Settings.DefaultApiUrl;
    }

    private static string ReadCommand(ConfigFile file, JToken value)
    {
        if (value.Type == JTokenType.String && CommandName.IsMatch((string)value!))
        {
            return (string)value!;
        }

        file.Fail(
            $"{ConfigKeys.Command} must be 1 to 32 letters, digits, - or _ without a slash{ButIs(ConfigKeys.Command, value)}. "
            + $"Write \"{Settings.DefaultCommand}\"; until then /{Settings.DefaultCommand} is the command.",
            isAboutAccount: false);
        return Settings.DefaultCommand;
    }

    private static LogLevel ReadLogLevel(ConfigFile file, JToken value)
    {
        // Not Enum.TryParse alone: it takes «3» and «Warn, Info» too.
        foreach (LogLevel level in Enum.GetValues(typeof(LogLevel)))
        {
            if (value.Type == JTokenType.String && string.Equals((string?)value, level.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return level;
            }
        }

        file.Fail(
            $"{ConfigKeys.LogLevel} must be \"error\", \"warn\", \"info\" or \"debug\"{ButIs(ConfigKeys.LogLevel, value)}. Until then it is \"info\".",
            isAboutAccount: false);
        return LogLevel.Info;
    }

    private static void WarnOfUnknown(ConfigFile file, string name)
    {
        var nearest = ConfigKeys.Nearest(name);
        var hint = nearest is null
            ? $"the known ones are {string.Join(", ", ConfigKeys.All)}"
            : $"did you mean \"{nearest}\"?";
        file.Warn($"config.json holds \"{SafeText.Clean(name, SafeText.NameLength)}\", which is no setting; {hint}");
    }

    private static string ButIs(string key, JToken value)
    {
        if (key == ConfigKeys.ApiKey)
        {
            return string.Empty;
        }

        var shown = value is JContainer ? (value.Type == JTokenType.Array ? "a list" : "an object")
            : SafeText.Clean(value.ToString(Newtonsoft.Json.Formatting.None), SafeText.NameLength);
        return $", but is {shown}";
    }
}
