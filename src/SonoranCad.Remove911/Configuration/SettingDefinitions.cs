using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What each key of config.json may hold.</summary>
internal static class SettingDefinitions
{
    private const int MaxTextLength = 500;

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
                settings.LogLevel = WordSettingParser.Read(file, name, value, file.Fallback.LogLevel);
                break;
            case ConfigKeys.Locale:
                settings.Locale = LocaleSettingParser.Read(file, value);
                break;
            case ConfigKeys.Notify:
                settings.Notify = WordSettingParser.Read(file, name, value, file.Fallback.Notify);
                break;
            case ConfigKeys.StartupCheck:
                settings.StartupCheck = FlagSettingParser.Read(file, name, value, file.Fallback.StartupCheck);
                break;
            case ConfigKeys.Audit:
                settings.Audit = FlagSettingParser.Read(file, name, value, file.Fallback.Audit);
                break;
            case ConfigKeys.DiscordWebhook:
                settings.DiscordWebhook = WebhookSettingParser.Read(file, value);
                break;
            case ConfigKeys.Api:
                settings.Api = WordSettingParser.Read(file, name, value, file.Fallback.Api);
                break;
            case ConfigKeys.MaxAgeMinutes:
                settings.MaxAgeMinutes = (int)NumberSettingParser.Read(file, name, value, 1, 1440, file.Fallback.MaxAgeMinutes, isWhole: true);
                break;
            case ConfigKeys.MaxBatch:
                settings.MaxBatch = (int)NumberSettingParser.Read(file, name, value, 1, 100, file.Fallback.MaxBatch, isWhole: true);
                break;
            case ConfigKeys.MaxWaiting:
                settings.MaxWaiting = (int)NumberSettingParser.Read(file, name, value, 50, 10_000, file.Fallback.MaxWaiting, isWhole: true);
                break;
            case ConfigKeys.V1IntervalSeconds:
                settings.V1IntervalSeconds = NumberSettingParser.Read(file, name, value, 0.01, 60, file.Fallback.V1IntervalSeconds, isWhole: false);
                break;
            case ConfigKeys.V2RequestsPerMinute:
                settings.V2RequestsPerMinute = (int)NumberSettingParser.Read(file, name, value, 1, 6000, file.Fallback.V2RequestsPerMinute, isWhole: true);
                break;
            case ConfigKeys.PlayerRequests:
                settings.PlayerRequests = (int)NumberSettingParser.Read(file, name, value, 1, 1000, file.Fallback.PlayerRequests, isWhole: true);
                break;
            default:
                WarnAboutUnknownKey(file, name);
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
            file.AddError(new Phrase("config.not_text").With("key", key).With("but", ConfigValueText.FormatActual(key, value)), isAboutAccount: true);
            return null;
        }

        var text = ((string)value!).Trim();
        if (text.Length > MaxTextLength || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            file.AddError(
                new Phrase("config.odd_text").With("key", key).With("most", MaxTextLength).With("but", ConfigValueText.FormatActual(key, value)),
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
            file.AddError(
                new Phrase("config.server_id").With("key", ConfigKeys.ServerId).With("but", ConfigValueText.FormatActual(ConfigKeys.ServerId, value)),
                isAboutAccount: true);
        }

        return id;
    }

    private static string ReadApiUrl(ConfigFile file, JToken value)
    {
        var text = value.Type == JTokenType.String ? ((string)value!).Trim() : null;
        var error = text is null ? new Phrase("config.address_not_text") : ApiUrlValidator.Validate(text);
        if (error is null)
        {
            return text!.TrimEnd('/');
        }

        // An address may hold a password: what has an @ is not shown.
        var displayText = text is not null && text.IndexOf('@') >= 0 ? string.Empty : ConfigValueText.FormatActual(ConfigKeys.ApiUrl, value);
        file.AddError(
            new Phrase("config.address").With("key", ConfigKeys.ApiUrl).With("fault", error).With("but", displayText).With("standard", Settings.DefaultApiUrl),
            isAboutAccount: true);
        return Settings.DefaultApiUrl;
    }

    private static string ReadCommand(ConfigFile file, JToken value)
    {
        if (value.Type == JTokenType.String && CommandName.IsMatch((string)value!))
        {
            return (string)value!;
        }

        file.AddError(
            new Phrase("config.command").With("key", ConfigKeys.Command).With("but", ConfigValueText.FormatActual(ConfigKeys.Command, value)).With("standard", file.Fallback.Command),
            isAboutAccount: false);
        return file.Fallback.Command;
    }

    private static void WarnAboutUnknownKey(ConfigFile file, string name)
    {
        var nearest = KeySuggester.Suggest(name, ConfigKeys.All);
        file.AddWarning(new Phrase(nearest is null ? "config.unknown_key" : "config.mistyped_key")
            .With("key", TextSanitizer.Clean(name, TextSanitizer.MaxNameLength))
            .With("nearest", nearest ?? string.Empty)
            .With("known", string.Join(", ", ConfigKeys.All)));
    }
}
