using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class OutcomeLoggerTests
{
    private static readonly Requester Jane = Requester.Player(7, "Jane", "license:abc");
    private static readonly Requester Dispatch = Requester.Resource("dispatch");
    private static readonly RemovalReport Busy = RemovalReport.AllFailed([1, 2], RemovalErrors.Busy);

    private readonly FakeClock _clock = new();
    private readonly List<string> _lines = [];
    private readonly OutcomeLogger _logger;

    public OutcomeLoggerTests()
    {
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>()))
            .Callback<LogLevel, Phrase>((level, line) => _lines.Add($"{level}: {line.InEnglish()}"));
        _logger = new OutcomeLogger(log.Object, _clock);
    }

    [Fact]
    public void EachKindOfOutcomeHasALine()
    {
        var failed = new FailedRemoval(4, RemovalErrors.Busy);
        _logger.LogReport(Jane, new RemovalReport([1, 2, 3], [failed]) { Unlisted = [2] });

        Assert.Equal(
            [
                "Info: Cleared calls 1, 3 for Jane (player 7, license:abc).",
                "Warn: Sonoran CAD accepted the removal of call 2 for Jane (player 7, license:abc), but no open 911 call had that number.",
                "Warn: Call 4 not cleared for Jane (player 7, license:abc): Too many removals are waiting, so nothing was accepted. Try again in a minute. [busy]",
            ],
            _lines);
    }

    [Fact]
    public void UnlistedCallsHaveOnlyTheirOwnLine()
    {
        _logger.LogReport(Jane, new RemovalReport([2], []) { Unlisted = [2] });

        Assert.StartsWith("Warn: Sonoran CAD accepted", Assert.Single(_lines), StringComparison.Ordinal);
    }

    [Fact]
    public void OutcomeForTheConsoleIsNotLoggedBecauseItsReplyIs()
    {
        _logger.LogReport(Requester.Console, Busy);
        _logger.LogRefused(Requester.Console, Busy);

        Assert.Empty(_lines);
    }

    [Fact]
    public void MoreThanFiveReasonsShareALine()
    {
        var failed = Enumerable.Range(1, 7).Select(id => new FailedRemoval(id, CadErrors.Rejected(400, $"REASON {id}"))).ToList();
        _logger.LogReport(Jane, new RemovalReport([], failed));

        Assert.Equal(6, _lines.Count);
        Assert.Contains("REASON 5", _lines[4]);
        Assert.Equal("Warn: Calls 6, 7, requested by Jane (player 7, license:abc), failed for different reasons.", _lines[5]);
    }

    [Fact]
    public void RefusalsAreLoggedTenTimesInTenSecondsForEachRequester()
    {
        Repeat(11, () => _logger.LogRefused(Jane, Busy));
        _logger.LogRefused(Dispatch, Busy);
        Assert.Equal(11, _lines.Count);
        Assert.StartsWith("Warn: Calls 1, 2 not cleared for resource dispatch", _lines[10], StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        _logger.LogRefused(Jane, Busy);
        Assert.Equal(11, _lines.Count);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        _logger.LogRefused(Jane, Busy);
        Assert.Equal(12, _lines.Count);
    }

    [Fact]
    public void DroppedRefusalsAreLoggedOnceAMinuteForEachRequester()
    {
        Repeat(2, () => _logger.LogDropped(Dispatch));
        Assert.StartsWith("Warn: Too many refused requests from resource dispatch at once", Assert.Single(_lines), StringComparison.Ordinal);
        _logger.LogDropped(Jane);
        Assert.Equal(2, _lines.Count);

        _clock.Advance(TimeSpan.FromSeconds(59.9));
        _logger.LogDropped(Dispatch);
        Assert.Equal(2, _lines.Count);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        _logger.LogDropped(Dispatch);
        Assert.Equal(3, _lines.Count);
    }

    [Fact]
    public void RestoredOutcomesAreLoggedByRequesterIncludingTheConsole()
    {
        var unlisted = Entry(3, Jane);
        unlisted.IsUnlisted = true;
        _logger.LogRestored([(Entry(1, Jane), null), (Entry(2, Requester.Console), null), (unlisted, null), (Entry(4, Jane), RemovalErrors.Busy)]);

        Assert.Equal(4, _lines.Count);
        Assert.Equal("Info: Cleared call 1 for Jane (player 7, license:abc).", _lines[0]);
        Assert.StartsWith("Warn: Sonoran CAD accepted the removal of call 3 for Jane", _lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Warn: Call 4 not cleared for Jane", _lines[2], StringComparison.Ordinal);
        Assert.Equal("Info: Cleared call 2 for the console.", _lines[3]);
    }

    [Fact]
    public void UnreadableRequestIsLoggedForDebugging()
    {
        _logger.LogRefusal(Dispatch, RemovalErrors.NoCallId);

        Assert.Equal(
            "Debug: Refused a request from resource dispatch: No call id was given. Give the number of a 911 call, such as 101. [no_call_id]",
            Assert.Single(_lines));
    }

    [Fact]
    public void FailuresToReportAreLogged()
    {
        var error = new InvalidOperationException("gone");
        _logger.LogEventFailure(error);
        _logger.LogReplyFailure(Dispatch, error);
        _logger.LogListenerFailure(new DeliveryMetrics(_clock), error);

        Assert.Equal(
            [
                "Warn: An outcome event could not be raised: InvalidOperationException: gone",
                "Warn: The reply to resource dispatch could not be sent: InvalidOperationException: gone",
                "Error: Error in DeliveryMetrics. The resource keeps running; please report this: System.InvalidOperationException: gone",
            ],
            _lines);
    }

    private static OutboxEntry Entry(int callId, Requester requester) => new(callId, null, requester, DateTime.UnixEpoch);

    private static void Repeat(int count, Action action)
    {
        for (var i = 0; i < count; i++)
        {
            action();
        }
    }
}
