using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class RequestGuardTests
{
    private const string NoPermission = "You don't have the permission command.clear911. The server's owner can grant it.";
    private const string TooFast = "That was too fast. Wait a few seconds; one command takes up to 50 calls.";
    private const string Lacks = "Refused Visitor (player 2, license:2), who does not have the permission command.clear911.";

    private readonly Mock<IPlayerDirectory> _players = new();
    private readonly Mock<IPlayerMessenger> _messenger = new();
    private readonly Mock<ILog> _log = new();
    private readonly SettingsMonitor _settings = new(new Settings());
    private readonly FakeClock _clock = new();
    private readonly List<(int, string, Tone)> _shown = [];
    private readonly List<(LogLevel, string)> _logged = [];
    private readonly RequestGuard _guard;

    public RequestGuardTests()
    {
        _players.Setup(players => players.IsAllowed(1, "command.clear911")).Returns(true);
        _players.Setup(players => players.Describe(2)).Returns(Requester.Player(2, "Visitor", "license:2"));
        _messenger.Setup(messenger => messenger.Show(It.IsAny<int>(), It.IsAny<Phrase>(), It.IsAny<Tone>()))
            .Callback((int source, Phrase message, Tone tone) => _shown.Add((source, message.InEnglish(), tone)));
        _log.Setup(log => log.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>()))
            .Callback((LogLevel level, Phrase line) => _logged.Add((level, line.InEnglish())));
        _guard = new RequestGuard(_players.Object, _messenger.Object, _settings, _clock, _log.Object);
    }

    [Fact]
    public void PlayerWithPermissionIsAdmittedFiveTimesInTenSeconds()
    {
        Assert.Equal([true, true, true, true, true, false], Admit(1, 6));
        Assert.Equal([(1, TooFast, Tone.Error)], _shown);

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(_guard.TryAdmit(1));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(_guard.TryAdmit(1));
        Assert.Empty(_logged);
    }

    [Fact]
    public void PlayerIsToldThreeTimesInTenSecondsToSlowDown()
    {
        Admit(1, 20);
        Assert.Equal(3, _shown.Count);
    }

    [Fact]
    public void EachPlayerHasALimitOfTheirOwn()
    {
        _players.Setup(players => players.IsAllowed(3, "command.clear911")).Returns(true);
        Admit(1, 20);

        Assert.True(_guard.TryAdmit(3));
    }

    [Fact]
    public void ChangedLimitAppliesAtOnce()
    {
        _settings.Update(new Settings { PlayerRequests = 2 });

        Assert.Equal([true, true, false], Admit(1, 3));
    }

    [Fact]
    public void PlayerWithoutPermissionIsToldAndLoggedThreeTimes()
    {
        Assert.All(Admit(2, 10), Assert.False);
        Assert.Equal(Enumerable.Repeat((2, NoPermission, Tone.Error), 3), _shown);
        Assert.Equal(Enumerable.Repeat((LogLevel.Warn, Lacks), 3), _logged);

        _clock.Advance(TimeSpan.FromSeconds(10));
        Admit(2, 1);
        Assert.Equal((LogLevel.Warn, Lacks + " 7 more lines like this were not logged."), _logged[^1]);
    }

    [Fact]
    public void ForgedEventsAreLoggedThreeTimesForEachSource()
    {
        var message = new Phrase("log.forged_answer");
        for (var i = 0; i < 5; i++)
        {
            _guard.LogForgedEvent("net:\n7", message);
        }

        Assert.Equal(Enumerable.Repeat((LogLevel.Warn, "Ignored a forged HTTP response (source net: 7)."), 3), _logged);
        _guard.LogSuspicious("somebody", message);
        Assert.Equal((LogLevel.Warn, "Ignored a forged HTTP response (somebody)."), _logged[^1]);

        _clock.Advance(TimeSpan.FromSeconds(10));
        _guard.LogForgedEvent("net:\n7", message);
        Assert.Equal("Ignored a forged HTTP response (source net: 7). 2 more lines like this were not logged.", _logged[^1].Item2);
    }

    private List<bool> Admit(int source, int times) => [.. Enumerable.Range(0, times).Select(_ => _guard.TryAdmit(source))];
}
