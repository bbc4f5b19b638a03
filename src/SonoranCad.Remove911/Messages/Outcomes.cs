using System.Globalization;
using SonoranCad.Remove911.Commands;

namespace SonoranCad.Remove911.Messages;

/// <summary>
/// Every reason for which a call is not cleared, but for the CAD's own (<see cref="CadOutcomes"/>). The codes are part of
/// the contract with other resources; the sentences may change.
/// </summary>
internal static class Outcomes
{
    public static Outcome NoCallId { get; } = new(
        "no_call_id",
        "No call id was given. Give the number of the 911 call, for example 101.");

    public static Outcome TooManyCalls { get; } = new(
        "too_many_calls",
        $"Too many calls at once. Name at most {CallIds.Most} and send the rest afterwards.");

    public static Outcome Busy { get; } = new(
        "busy",
        "Too many removals are waiting already. Nothing was taken on; try again in a minute.");


    public static Outcome NotAFunction { get; } = new(
        "invalid_callback",
        "The second argument must be a function of the calling resource, or left out.");

    public static Outcome SlowDown { get; } = new(
        "slow_down",
        "That was a bit fast. Nothing was taken on; wait a few seconds, then try again. One command takes up to "
        + $"{CallIds.Most} calls.");

    public static Outcome TooManyOfYours { get; } = new(
        "busy",
        "Too many of your removals are waiting already. Nothing was taken on; try again when they are done.");

    /// <summary>The end of a removal that was tried for as long as the owner allows.</summary>
    /// <param name="minutes">How long that was.</param>
    /// <param name="last">What came of the last try, or null where there was none.</param>
    public static Outcome Expired(int minutes, Outcome? last) => new(
        "expired",
        $"It was tried for {minutes} min without success and is given up. The last answer: "
        + (last is null ? "none." : last.Message)
        + " Look whether the call is still open, then clear it again.");

    public static Outcome NoPermission(string ace) => new(
        "no_permission",
        $"You may not clear 911 calls: the permission {ace} is missing. The server's owner can grant it.");

    public static Outcome BadCallId(string word) => new(
        "invalid_call_id",
        $"«{SafeText.Clean(word, SafeText.NameLength)}» is no call id. A call id is a whole number from 1 to "
        + int.MaxValue.ToString(CultureInfo.InvariantCulture) + ", for example 101.");

    public static Outcome BadCallIdType(string kind) => new(
        "invalid_call_id",
        $"A call id was expected, but {kind} was given. Give a number, a text such as \"101\", or a list of those.");

    public static Outcome NotConfigured(string missing) => new(
        "not_configured",
        $"This server's CAD access is not set up: {missing}. The server console tells the owner how to mend it.");

    public static Outcome BadConfiguration(string problem) => new(
        "invalid_configuration",
        $"This server's CAD access is set up wrongly: {problem}");

    /// <summary>The outcome with the way to use the command behind it.</summary>
    public static Outcome WithUsage(Outcome outcome, string command) =>
        new(outcome.Code, $"{outcome.Message} Usage: /{command} <callId> [callId …]");
}
