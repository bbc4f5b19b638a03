using System;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary><c>/clear911 from</c>, <c>/clear911 older</c> and <c>/clear911 confirm</c>.</summary>
public sealed class FromAndOlderCommandTests : IDisposable
{
    private readonly ServerRig _rig = new();
    private FxPlayer? _admin;

    private FxPlayer Admin => _admin ??= _rig.Admin();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("clear911 from Jane Doe")]
    [InlineData("clear911 from jane d")]
    [InlineData("clear911 FROM \"Jane  Doe\"")]
    [InlineData("clear911 from Jane Doe…")]
    public void ConfirmedFromClearsExactlyTheCallsOfTheCaller(string typed)
    {
        Start();

        Admin.Command(typed);
        _rig.AwaitChat(Admin, "2 open 911 calls from JANE DOE: 104, 101. To clear these and no newer ones, type /clear911 confirm within 15 s.");
        Assert.Equal([101, 102, 103, 104], _rig.OpenCalls());

        Open(105, "Jane Doe");
        Admin.Command("clear911 confirm");
        _rig.AwaitChat(Admin, "Calls 104, 101 cleared.");
        Assert.Equal([102, 103, 105], _rig.OpenCalls());
    }

    [Fact]
    public void NameCountsAsTheListShowsIt()
    {
        Open(201, "^1Max\nPower");
        Start();

        Admin.Command("clear911 from max power");
        _rig.AwaitChat(Admin, "One open 911 call from Max Power: 201. To clear it and no newer ones, type /clear911 confirm within 15 s.");
    }

    [Theory]
    [InlineData("clear911 from John \"Soap\" Mac")]
    [InlineData("clear911 from john \"soap\" mactavish #2")]
    [InlineData("clear911 from \"John Soap\"")]
    public void CallerWithQuotesOrNumberSignIsFoundAsTheListShowsTheName(string typed)
    {
        Open(201, "John \"Soap\" MacTavish #2");
        Start();

        Admin.Command(typed);
        _rig.AwaitChat(Admin, "from John \"Soap\" MacTa");
    }

    [Fact]
    public void QuestionNamesEveryCallerThatTheBeginningMatches()
    {
        for (var call = 201; call <= 205; call++)
        {
            Open(call, $"Prank {call} {new string('W', 60)}");
        }

        Start();

        Admin.Command("clear911 from prank");
        _rig.AwaitChat(Admin, "5 open 911 calls from Prank 205 WWWWWWWWWWWWW…, Prank 204 WWWWWWWWWWWWW…, Prank 203 WWWWWWWWWWWWW… and 2 more: 205, 204, 203, 202, 201.");
    }

    [Theory]
    [InlineData("clear911 from Jane Doe confirm")]
    [InlineData("clear911 from oe")]
    [InlineData("clear911 from ^1")]
    [InlineData("clear911 from \"\"")]
    [InlineData("clear911 from unknown caller")]
    public void NameThatNobodyHasClearsNothing(string typed)
    {
        Open(201, "");
        Start();

        Admin.Command(typed);
        _rig.AwaitChat(Admin, "No open 911 call is from ");
        Admin.Command("clear911 confirm");

        Assert.Contains("Nothing was cleared: there is nothing to confirm", ServerRig.LastLine(Admin), StringComparison.Ordinal);
        Assert.Equal([101, 102, 103, 104, 201], _rig.OpenCalls());
    }

    [Fact]
    public void CallerWhoseNameEndsInConfirmIsCountedFirst()
    {
        Open(201, "Jane Doe confirm");
        Start();

        Admin.Command("clear911 from Jane Doe confirm");
        _rig.AwaitChat(Admin, "One open 911 call from Jane Doe confirm: 201.");
        Assert.Contains(201, _rig.OpenCalls());
    }

    [Theory]
    [InlineData("clear911 from nobody", "No open 911 call is from \"nobody\". Type the beginning of a name as /clear911 lists it.")]
    [InlineData("clear911 older 5000", "No 911 call is known to have been open for more than 5000 min.")]
    [InlineData("clear911 older x", "Give a whole number of minutes")]
    public void CountThatFindsNothingVoidsTheEarlierOne(string second, string reply)
    {
        Start(api: "v2");
        Admin.Command("clear911 all");
        _rig.AwaitChat(Admin, "4 open 911 calls");

        Admin.Command(second);
        _rig.AwaitChat(Admin, reply);
        Admin.Command("clear911 confirm");

        Assert.Contains("Nothing was cleared", ServerRig.LastLine(Admin), StringComparison.Ordinal);
        Assert.Equal(4, _rig.OpenCalls().Count);
    }

    [Fact]
    public void CountThatFindsNothingVoidsTheOneThatWaitedForTheSameList()
    {
        Start();

        Admin.Command("clear911 all");
        Admin.Command("clear911 from nobody");
        _rig.AwaitChat(Admin, "No open 911 call is from");
        Admin.Command("clear911 confirm");

        Assert.Contains("Nothing was cleared", ServerRig.LastLine(Admin), StringComparison.Ordinal);
        Assert.Equal(4, _rig.OpenCalls().Count);
    }

    [Fact]
    public void ConfirmationBeforeTheCountArrivesClearsNothing()
    {
        Start();
        Admin.Command("clear911");
        _rig.AwaitChat(Admin, "4 open 911 calls");
        _rig.TickFor(10);
        Admin.Command("clear911 all");
        _rig.AwaitChat(Admin, "clear911 confirm");
        _rig.TickFor(6);

        // By now the list has to be read again.
        Admin.Command("clear911 from jane");
        Admin.Command("clear911 confirm");

        Assert.Contains("Nothing was cleared", ServerRig.LastLine(Admin), StringComparison.Ordinal);
        _rig.AwaitChat(Admin, "2 open 911 calls from JANE DOE");
        Assert.Equal(4, _rig.OpenCalls().Count);
    }

    [Theory]
    [InlineData("clear911 confirm")]
    [InlineData("clear911 all confirm")]
    public void EitherConfirmationClearsTheCallsThatWereCountedLast(string confirmation)
    {
        Start();
        Admin.Command("clear911 all");
        _rig.AwaitChat(Admin, "4 open 911 calls");
        Admin.Command("clear911 from tom");
        _rig.AwaitChat(Admin, "One open 911 call from Tom Becker: 103.");

        Admin.Command(confirmation);
        _rig.AwaitChat(Admin, "Call 103 cleared.");
        Assert.Equal([101, 102, 104], _rig.OpenCalls());
    }

    [Fact]
    public void ConfirmationExpires()
    {
        Start();
        Admin.Command("clear911 from jane");
        _rig.AwaitChat(Admin, "2 open 911 calls from JANE DOE");

        _rig.TickFor(15);
        Admin.Command("clear911 confirm");

        Assert.Contains("or the count is more than 15 s old. Type /clear911 all, from or older first.", ServerRig.LastLine(Admin), StringComparison.Ordinal);
        Assert.Equal(4, _rig.OpenCalls().Count);
    }

    [Fact]
    public void ConfirmedOlderClearsExactlyTheCallsThatHaveBeenOpenForLonger()
    {
        Start(api: "v2");

        Admin.Command("clear911 older 29");
        _rig.AwaitChat(Admin, "2 911 calls have been open for more than 29 min: 102, 101. To clear these, type /clear911 confirm within 15 s.");
        Admin.Command("clear911 confirm");
        _rig.AwaitChat(Admin, "Calls 102, 101 cleared.");
        Assert.Equal([103, 104], _rig.OpenCalls());

        Admin.Command("clear911 older 19");
        _rig.AwaitChat(Admin, "One 911 call has been open for more than 19 min: 103. To clear it, type /clear911 confirm within 15 s.");
    }

    [Fact]
    public void CallsWithoutKnownAgeAreNotOlder()
    {
        Start(api: "v1");

        Admin.Command("clear911 older 1");
        _rig.AwaitChat(Admin, "The age of 4 open calls is unknown, so they are not counted. No 911 call is known to have been open for more than 1 min.");
        Admin.Command("clear911 confirm");
        Assert.Contains("Nothing was cleared", ServerRig.LastLine(Admin), StringComparison.Ordinal);
    }

    [Fact]
    public void AgeOfPushEventCountsBesideCallsWithoutAge()
    {
        Start(api: "v1");
        var push = new SonoranCadResource(_rig.Server);
        Admin.Command("clear911");
        _rig.AwaitChat(Admin, "4 open 911 calls");
        Open(201, "Jane Doe");
        push.IncomingCall(201);
        _rig.TickFor(61);

        Admin.Command("clear911 older 1");
        _rig.AwaitChat(Admin, "The age of 4 open calls is unknown, so they are not counted. One 911 call has been open for more than 1 min: 201.");
    }

    [Theory]
    [InlineData("clear911 older soon")]
    [InlineData("clear911 older 0")]
    [InlineData("clear911 older -5")]
    [InlineData("clear911 older 1.5")]
    [InlineData("clear911 older 10081")]
    [InlineData("clear911 older 99999999999")]
    [InlineData("clear911 older 5 6")]
    public void MinutesThatCannotBeReadAreRefused(string typed)
    {
        Start(api: "v2");

        Admin.Command(typed);

        Assert.Equal("911: Give a whole number of minutes from 1 to 10080, such as /clear911 older 30.", Assert.Single(Admin.Chat));
        Assert.Empty(_rig.Cad.Requests);
    }

    [Theory]
    [InlineData("clear911 from")]
    [InlineData("clear911 older")]
    [InlineData("clear911 confirm now")]
    public void SubcommandWithoutItsWordNamesTheHelp(string typed)
    {
        Start();

        Admin.Command(typed);

        Assert.Equal("911: Unknown subcommand. For help, type /clear911 help.", Assert.Single(Admin.Chat));
    }

    [Theory]
    [InlineData("from Jane")]
    [InlineData("older 5")]
    [InlineData("confirm")]
    public void EachNeedsThePermissionOfAll(string words)
    {
        _rig.Start();
        var moderator = _rig.Admin();

        moderator.Command("clear911 " + words);

        Assert.Contains("You don't have the permission command.clear911all", Assert.Single(moderator.Chat), StringComparison.Ordinal);
        Assert.Empty(_rig.Cad.Requests);
    }

    [Fact]
    public void RestThatDoesNotFitIsNamedWithItsCommand()
    {
        _rig.Configure(more: ", \"maxWaiting\": 100");
        for (var call = 1; call <= 60; call++)
        {
            Open(call, "Prank Caller");
        }

        _rig.Start();
        AllowAll();

        Admin.Command("clear911 from prank");
        _rig.AwaitChat(Admin, "60 open 911 calls from Prank Caller");
        Admin.Command("clear911 confirm");
        _rig.AwaitChat(Admin, "Only the newest 50 of 60 calls were accepted, because too many of your removals are waiting. When they are done, type /clear911 from prank again.");
    }

    [Theory]
    [InlineData("older 5", "Only the newest 500 open calls were checked. 500 911 calls have been open for more than 5 min")]
    [InlineData("from Jane", "Only the newest 500 open calls were checked. 500 open 911 calls from Jane Doe")]
    public void CutListIsMentioned(string words, string reply)
    {
        _rig.Configure(more: ", \"api\": \"v2\"");
        for (var call = 1; call <= 501; call++)
        {
            Open(call, "Jane Doe", age: 60);
        }

        _rig.Start();
        AllowAll();

        Admin.Command("clear911 " + words);
        _rig.AwaitChat(Admin, reply);
    }

    private void Start(string api = "v1")
    {
        _rig.Configure(more: $", \"api\": \"{api}\"");
        Open(101, "Jane Doe", age: 60);
        Open(102, "Rosa Alvarez", age: 30);
        Open(103, "Tom Becker", age: 20);
        Open(104, "JANE DOE", age: 10);
        _rig.Start();
        AllowAll();
    }

    private void AllowAll() => _rig.Server.Aces.AddAce("group.admin", "command.clear911all");

    private void Open(int call, string caller, double age = 0) =>
        _rig.Cad.Open(_rig.Community, call, caller: caller, updated: _rig.Time.GetUtcNow().AddMinutes(-age));
}
