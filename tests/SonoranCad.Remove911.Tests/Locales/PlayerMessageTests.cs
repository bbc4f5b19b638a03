using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>Every message that a player may get, in every language, with the longest values that really occur.</summary>
public sealed partial class PlayerMessageTests
{
    // By the first part of its key, a message has one of these readers. A new group has to be added to one of them.
    private static readonly string[] PlayerGroups = ["removal", "command", "help", "open", "outcome", "status", "reload"];
    private static readonly string[] OtherGroups =
        ["log", "calls", "time", "suggestion", "kind", "requester", "account", "notify", "start", "config", "check", "audit", "webhook", "locale"];

    // Of those groups, what only the console gets, which has room.
    private static readonly string[] ConsoleOnly = ["open.turn_on", "status.version", "status.account", "status.from_file", "status.set_by_convar", "status.check_refused", "status.no_account", "status.last_error"];

    // The console never gets these.
    private static readonly string[] NeverInConsole = ["status.no_account_of_player", "reload.see_console"];

    private static readonly Dictionary<string, string> TypicalValues = new()
    {
        ["calls"] = "101",
        ["call"] = "101",
        ["count"] = "12",
        ["place"] = "3",
        ["time"] = "3 min",
        ["age"] = "3 min",
        ["command"] = "clear911",
        ["parameters"] = "<caller>, older <minutes>",
        ["usage"] = "/clear911 status",
        ["help"] = "shows whether calls can be cleared",
        ["caller"] = "Jane Doe",
        ["location"] = "Innocence Blvd",
        ["line"] = "101: Jane Doe, Innocence Blvd",
        ["other"] = "John",
        ["seconds"] = "15",
        ["most"] = "50",
        ["taken"] = "50",
        ["minutes"] = "60",
        ["permission"] = "command.clear911all",
        ["word"] = "lsat",
        ["kind"] = "a table",
        ["keys"] = "apiKey",
        ["plan"] = "Standard",
        ["status"] = "403",
        ["words"] = "CALL IS LOCKED",
        ["code"] = "invalid_api_key",
        ["problem"] = "apiUrl must be a full https address.",
        ["one"] = "1",
        ["two"] = "2",
        ["accepted"] = "12",
        ["cleared"] = "11",
        ["failed"] = "1",
        ["requests"] = "14",
        ["limit"] = "60",
        ["share"] = "10",
        ["waiting"] = "2",
        ["under_way"] = "1",
        ["api"] = "v2",
        ["folder"] = "sonorancad-remove911",
        ["reason"] = "Sonoran CAD did not respond.",
        ["last"] = "Sonoran CAD did not respond.",
        ["first"] = "It is off.",
        ["second"] = "It is off.",
    };

    private static readonly Dictionary<string, string> LongValues = new(TypicalValues)
    {
        ["calls"] = string.Join(", ", Enumerable.Range(1_234_567, 10)) + " and 40 more",
        ["call"] = "1234567",
        ["count"] = "500",
        ["place"] = "1000",
        ["line"] = "1234567: " + new string('W', 26) + "…, " + new string('W', 26) + "…",
        ["other"] = new string('W', 40),
        ["word"] = new string('W', 16),
        ["words"] = string.Concat(Enumerable.Repeat("LONG WORDS ", 18)),
        ["caller"] = new string('W', 26),
        ["location"] = new string('W', 26),
        ["keys"] = "communityId and apiKey",
        ["problem"] = "apiUrl must begin with https:// (http only for this machine, 127.0.0.1), but is \"" + new string('W', 39) + "…\". Set it to \"https://api.sonorancad.com\", or remove it.",
    };

    public static TheoryData<string> Languages => [.. ShippedLocale.Names()];

    [Fact]
    public void EveryMessageHasAKnownReader() =>
        ListAssert.Empty(ShippedLocale.Of(ShippedLocale.English).Texts.Keys.Select(Group).Distinct().Except(PlayerGroups.Concat(OtherGroups)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void MessageToPlayerFitsWindow(string language)
    {
        var texts = Messages(language);
        var longestReason = texts.Where(line => IsReason(line.Key)).Select(line => Fill(line.Value, LongValues)).MaxBy(text => text.Length)!;
        var values = new Dictionary<string, string>(LongValues) { ["reason"] = longestReason, ["last"] = longestReason, ["first"] = longestReason, ["second"] = longestReason };

        // What is built from several messages is cut by RemovalReportMessages, which has tests of its own.
        ListAssert.Empty(texts
            .Select(line => (line.Key, Lines: ChatWindow.Lay("911: " + Fill(line.Value, line.Key.StartsWith("open.why.both", StringComparison.Ordinal) ? LongValues : values))))
            .Where(message => message.Lines.Count > ChatWindow.MaxLines)
            .Select(message => $"{message.Key}: {message.Lines.Count} lines"));
    }

    [Fact]
    public void MessageToPlayerIsOneNotificationLong()
    {
        var texts = Messages(ShippedLocale.English);
        var reasons = texts.Where(line => line.Key.StartsWith("outcome.", StringComparison.Ordinal)).Select(line => Fill(line.Value, TypicalValues));
        var notCleared = reasons.Select(reason => ("removal.not_cleared.one", Fill(texts["removal.not_cleared.one"].Replace("{reason}", reason, StringComparison.Ordinal), TypicalValues)));

        ListAssert.Empty(texts.Select(line => (line.Key, Fill(line.Value, TypicalValues))).Concat(notCleared)
            .Where(message => message.Item2.Length > 160)
            .Select(message => $"{message.Item1} has {message.Item2.Length} characters: {message.Item2}"));
    }

    [Theory]
    [InlineData("help.", 49)]
    [InlineData("open.older", 30)]
    [InlineData("open.since_start", 66)]
    [InlineData("open.unchecked", 66)]
    [InlineData("open.how_short", 50)]
    [InlineData("command.help", 66)]
    [InlineData("status.totals", 68)]
    public void LineOfListFitsOneLineInEveryLanguage(string key, int most) => ListAssert.Empty(
        from language in ShippedLocale.Names()
        from line in Messages(language)
        where line.Key.StartsWith(key, StringComparison.Ordinal)
        let text = Fill(line.Value, TypicalValues)
        where text.Length > most && !line.Key.StartsWith("help.line", StringComparison.Ordinal)
        select $"{language} {line.Key} has {text.Length} characters: {text}");

    // The same message is a reply to a player and to the console, where it must not send its reader to the console.
    [Fact]
    public void OnlyPlayersAreSentToTheConsole() => ListAssert.Empty(
        ShippedLocale.Of(ShippedLocale.English).Texts
            .Where(line => line.Value.Contains("console", StringComparison.Ordinal) && !line.Key.StartsWith("requester.", StringComparison.Ordinal))
            .Select(line => line.Key)
            .Except(NeverInConsole));

    private static Dictionary<string, string> Messages(string language) =>
        ShippedLocale.Of(language).Texts.Where(line => PlayerGroups.Contains(Group(line.Key)) && !ConsoleOnly.Contains(line.Key)).ToDictionary();

    private static string Group(string key) => key.Split('.')[0];

    private static bool IsReason(string key) =>
        Group(key) == "outcome" && !key.StartsWith("outcome.expired", StringComparison.Ordinal);

    private static string Fill(string text, Dictionary<string, string> values) => Placeholder().Replace(
        text,
        match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : throw new ArgumentException($"Give {match.Value} a value in this test."));

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();
}
