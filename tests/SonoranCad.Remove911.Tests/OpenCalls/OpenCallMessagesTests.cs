using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class OpenCallMessagesTests
{
    private const string Note = "Not confirmed by Sonoran CAD: calls may be missing or gone.";
    private const string ByNumber = "You can still clear a call by its number: /clear911 <callId>";

    private readonly OpenCallRig _rig = new();

    private OpenCallMessages Messages => _rig.OpenCalls.Messages;

    [Theory]
    [InlineData("Jane Doe", "Route 68", null, null, false, "7: Jane Doe, Route 68")]
    [InlineData("", "", null, false, false, "7: unknown caller, unknown location")]
    [InlineData("Jane Doe", "Route 68", 60.0, true, false, "7: Jane Doe, Route 68, 2 min (non-emergency)")]
    [InlineData("Jane Doe", "Route 68", 150.0, null, true, "7: Jane Doe, Route 68, 30 s (being cleared)")]
    [InlineData("Jane Doe", "Route 68", null, true, true, "7: Jane Doe, Route 68 (non-emergency) (being cleared)")]
    public void CallIsDescribedByWhatIsKnown(string caller, string location, double? openedAt, bool? isCivil, bool isPending, string line)
    {
        _rig.Clock.Advance(TimeSpan.FromSeconds(180));
        var call = OpenCall.FromList(7, caller, location, openedAt is { } at ? TimeSpan.FromSeconds(at) : null) with { IsCivil = isCivil };

        Assert.Equal(line, Messages.FormatCall(call, isPending).InEnglish());
    }

    // The chat shows 66 characters in a line.
    [Theory]
    [InlineData(31, 31)]
    [InlineData(32, 26)]
    [InlineData(40, 26)]
    public void LongNamesAreCutUntilTheLineFits(int length, int shown)
    {
        var line = Messages.FormatCall(OpenCall.FromList(7, new string('x', length), new string('y', 30), null)).InEnglish();

        Assert.Equal(shown < length ? new string('x', shown - 1) + "…" : new string('x', shown), line[3..].Split(',')[0]);
        Assert.InRange(line.Length, 1, 66);
    }

    [Theory]
    [InlineData(1, "One open 911 call:", "")]
    [InlineData(5, "5 open 911 calls, newest last:", "")]
    [InlineData(6, "6 open 911 calls, newest last:", "… and 1 older")]
    public void PlayerSeesFiveCallsWithTheNewestLast(int count, string heading, string older)
    {
        var lines = Format(Calls(count));

        Assert.Equal(
            [heading, .. older.Length > 0 ? [older] : Array.Empty<string>(), .. Lines(Math.Max(1, count - 4), count), Hint(count)],
            lines);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 4)]
    public void NoteTakesTheLineOfACall(int count, int shown)
    {
        var lines = Format(Calls(count, CallListError.From(new CadResult(CadResultKind.Retry, CadErrors.NoConnection))));

        Assert.Equal(Note, lines[1]);
        Assert.Equal(Lines(count - shown + 1, count), lines[^(shown + 1)..^1]);
        Assert.Equal(count > shown ? $"… and {count - shown} older" : Note, lines[^(shown + 2)]);
    }

    [Fact]
    public void ConsoleSeesAllCallsInFull()
    {
        var caller = new string('x', 100);
        var calls = Calls(7) with { Calls = [OpenCall.FromList(8, caller, "Route 68", null), .. Calls(7).Calls!] };

        Assert.Equal(["8 open 911 calls, newest last:", .. Lines(1, 7), $"8: {caller}, Route 68", Hint(8)], Format(calls, isConsole: true));
        Assert.Equal($"8: {new string('x', 47)}…, Route 68", Format(calls)[^2]);
    }

    [Fact]
    public void TruncatedListSaysThatThereAreMore() =>
        Assert.Equal("More than 2 open 911 calls, newest last:", Format(Calls(2) with { IsTruncated = true })[0]);

    [Fact]
    public void ListSinceStartupSaysSo()
    {
        _rig.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal("Calls from before this resource started 3 min ago are not listed.", Format(Calls(1) with { IsSinceStart = true })[1]);
    }

    [Fact]
    public void PendingCallsAreMarked()
    {
        _rig.Accounts.GetCurrent(out _);
        Assert.True(_rig.Delivery.Removals.Submit(Requester.Console, [1], new FakeReply()));

        Assert.Equal("1: Jane Doe, Route 68 (being cleared)", Format(Calls(2))[1]);
        Assert.Equal("1: Jane Doe, Route 68 (being cleared)", Format(Calls(2), isConsole: true)[1]);
    }

    [Fact]
    public void LongCommandHasAShortHint()
    {
        _rig.Core.Settings.Update(new Settings { Command = "clearnineeleven" });
        Assert.Equal("To clear: /clearnineeleven 1", Format(Calls(1))[^1]);

        _rig.Core.Settings.Update(new Settings { Command = "clear" });
        Assert.Equal("To clear: /clear 1, or /clear last for the newest.", Format(Calls(1))[^1]);
    }

    [Theory]
    [InlineData(503, false, $"Sonoran CAD returned an error (503). {ByNumber}")]
    [InlineData(503, true, $"Sonoran CAD returned an error (503). {ByNumber}")]
    [InlineData(404, false, $"Sonoran CAD has no list of calls at this address (endpoint_not_found). {ByNumber}")]
    [InlineData(404, true, $"Sonoran CAD has no list of calls at this address (endpoint_not_found). To get a list, turn on the push events of the resource sonorancad, or use an API that has one: API v1 (GET_CALLS) on the Plus plan, API v2 on any plan (the setting \"api\"). {ByNumber}")]
    [InlineData(401, true, "Sonoran CAD does not accept this server's account (unauthorized). The server's owner must check communityId and apiKey.")]
    public void UnknownCallsHaveAReasonAndAWayOut(int status, bool isConsole, string reason)
    {
        var rig = new OpenCallRig(ApiMode.V1);
        var asked = rig.Query();
        rig.Respond(status, status == 401 ? """{"title":"Unauthorized","status":401}""" : string.Empty);

        Assert.Equal("The open 911 calls can't be listed. " + reason, Messages.Unavailable(asked.Single().ListError!, isConsole).InEnglish());
    }

    private static OpenCallsResult Calls(int count, CallListError? error = null) =>
        new([.. Enumerable.Range(1, count).Reverse().Select(id => OpenCall.FromList(id, "Jane Doe", "Route 68", null))], false, false, error, null);

    private static IEnumerable<string> Lines(int first, int last) => Enumerable.Range(first, last - first + 1).Select(id => $"{id}: Jane Doe, Route 68");

    private static string Hint(int newest) => $"To clear: /clear911 {newest}, or /clear911 last for the newest.";

    private List<string> Format(OpenCallsResult result, bool isConsole = false) => [.. Messages.FormatList(result, isConsole).Select(line => line.InEnglish())];
}
