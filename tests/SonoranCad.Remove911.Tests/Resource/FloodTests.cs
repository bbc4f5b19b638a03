using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>However many calls fail at once and however often somebody retries, the messages stay short.</summary>
public sealed class FloodTests
{
    private const string Clear = "sonorancad-remove911:clear";

    private static readonly int[] Fifty = [.. Enumerable.Range(100_001, 50)];

    [Fact]
    public void FiftySeparateRefusalsGiveOneShortMessageAndOneLogLine()
    {
        using var rig = ServerRig.Started();
        rig.Cad.Faults.Always(CadFault.BadRequest("CALL IS LOCKED"));
        var admin = rig.Admin();

        admin.Command("clear911 " + string.Join(' ', Fifty));
        rig.AwaitChat(admin, "not cleared", TimeSpan.FromMinutes(10));

        var answer = Assert.Single(admin.Chat, line => line.Contains("not cleared:"));
        Assert.Contains("Calls 100001, ", answer);
        Assert.Contains(" and 40 more not cleared: Sonoran CAD rejected the request (400): \"CALL IS LOCKED\".", answer);
        Assert.InRange(ChatLines(answer), 1, 8);
        Assert.InRange(Assert.Single(NotCleared(rig)).Length, 1, 1000);
    }

    [Fact]
    public void FiftyDifferentErrorsGiveOneShortMessageAndFewLogLines()
    {
        using var rig = ServerRig.Started();
        var count = 0;
        rig.Cad.Faults.Choose(_ => CadFault.BadRequest($"CALL IS LOCKED BY UNIT {++count} {new string('X', 150)}"));
        var admin = rig.Admin();

        admin.Command("clear911 " + string.Join(' ', Fifty));
        rig.AwaitChat(admin, "not cleared", TimeSpan.FromMinutes(10));

        var answer = Assert.Single(admin.Chat, line => line.Contains("not cleared"));
        Assert.InRange(ChatLines(answer), 1, 8);
        Assert.Contains(" more failed for different reasons. If any are still open in the CAD", answer);
        rig.TickFor();
        Assert.InRange(NotCleared(rig).Count, 2, 6);
        Assert.All(NotCleared(rig), line => Assert.InRange(line.Length, 1, 1000));
    }

    [Fact]
    public void FiveHundredCallsThatExpireGiveOneShortConsoleLine()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"maxAgeMinutes\": 1, \"api\": \"v1\"");
        rig.Open([.. Enumerable.Range(100_001, 500)]);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 all");
        rig.AwaitConsole("500 open 911 calls");
        rig.Cad.Faults.Always(CadFault.ServerError());

        rig.Server.ConsoleCommand("clear911 all confirm");
        rig.AwaitConsole("Gave up after 1 min", TimeSpan.FromMinutes(10));

        var answer = Assert.Single(rig.Server.Console.Lines, line => line.Contains("Gave up after 1 min"));
        Assert.Contains(" more not cleared", answer);
        Assert.InRange(answer.Length, 1, 500);
    }

    [Fact]
    public void RestoredRemovalsExpireWithOneLogLine()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"maxAgeMinutes\": 1");
        rig.Start();
        rig.Cad.Faults.Always(CadFault.ServerError());
        rig.Admin().Command("clear911 " + string.Join(' ', Fifty));
        rig.TickFor();
        rig.Server.KillResource(ServerRig.ResourceName);
        rig.Start();

        rig.AwaitConsole("Gave up after 1 min", TimeSpan.FromMinutes(10));

        Assert.Contains(" and 40 more not cleared for Jane Doe", Assert.Single(NotCleared(rig)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RequestsThatDoubleOnEachRefusalAreBounded(bool isByCallback)
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "");
        rig.Start();
        int answers = 0, mostPerTick = 0;
        object? AskTwice(object?[] args)
        {
            answers++;
            for (var i = 0; i < 2; i++)
            {
                rig.OtherResource.TriggerEvent(Clear, 101, isByCallback ? (Func<object?[], object?>)AskTwice : null);
            }

            return args;
        }

        rig.OtherResource.On("sonorancad-remove911:failed", args => _ = isByCallback ? null : AskTwice(args));
        rig.OtherResource.TriggerEvent(Clear, 101, isByCallback ? (Func<object?[], object?>)AskTwice : null);
        for (var tick = 0; tick < 40; tick++)
        {
            var before = answers;
            rig.Server.Tick();
            rig.Time.PassTick();
            mostPerTick = Math.Max(mostPerTick, answers - before);
        }

        Assert.InRange(mostPerTick, 10, 50);
        Assert.Single(rig.Server.Console.Lines, line => line.Contains("Too many refused requests from resource dispatch at once"));
        Assert.InRange(NotCleared(rig).Count, 1, 10);
        rig.Configure();
        rig.TickFor(2);
        rig.AssertStillWorks();
    }

    [Theory]
    [InlineData(50)]
    [InlineData(110)]
    [InlineData(499)]
    public void FirstCommandOfFiftyCallsIsAcceptedForAnyMaxWaiting(int maxWaiting)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"maxWaiting\": {maxWaiting}");
        rig.Open(Fifty);
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911 " + string.Join(' ', Fifty));
        rig.AwaitChat(admin, "and 40 more cleared.");
    }

    private static List<string> NotCleared(ServerRig rig) => [.. rig.Server.Console.Lines.Where(line => line.Contains(" not cleared for "))];

    /// <summary>How many lines a message takes in the chat, at about 70 characters each, broken between words.</summary>
    private static int ChatLines(string message)
    {
        int lines = 1, used = 0;
        foreach (var word in message.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > 70)
            {
                lines++;
                used = 0;
            }

            used += word.Length + (used > 0 ? 1 : 0);
            lines += (used - 1) / 70;
            used = used > 70 ? used % 70 : used;
        }

        return lines;
    }
}
