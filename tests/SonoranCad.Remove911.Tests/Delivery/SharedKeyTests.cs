using System;
using Benchmarks.SharedKey;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>Several servers that share an API key, in the benchmark's simulation.</summary>
public sealed class SharedKeyTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void ServersThatKnowOfEachOtherKeepToTheLimit(int servers)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var run = new SharedKeyRun(new SharedKeyScenario(servers), seed);
            run.MeetFirst();
            var again = run.MeetAgain();

            Assert.True(again.IsGood, $"seed {seed}: {again}");
        }
    }

    // Eight servers with ten calls each cannot do better than 1.10: each has to be refused once.
    [Theory]
    [InlineData(4, 1.10)]
    [InlineData(8, 1.16)]
    public void ServersThatMeetForTheFirstTimeAreRefusedAboutOnceEach(int servers, double mostRequests)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var first = new SharedKeyRun(new SharedKeyScenario(servers), seed).MeetFirst();

            Assert.InRange(first.RequestRatio, 1, mostRequests);
            Assert.InRange(first.TimeRatio, 1, 1.15);
            Assert.InRange(first.Spread, 1, 1.5);
            Assert.Equal(0, first.Lost);
        }
    }

    [Fact]
    public void NothingIsLostWhateverElseUsesTheKey()
    {
        foreach (var scenario in new[]
        {
            new SharedKeyScenario(16),
            new SharedKeyScenario(4) { LastJoinsAt = TimeSpan.FromSeconds(90) },
            new SharedKeyScenario(4) { FirstStopsAt = TimeSpan.FromSeconds(90) },
            new SharedKeyScenario(4) { ForeignPerMinute = 5 },
            new SharedKeyScenario(4, 500) { Api = ApiMode.V1 },
        })
        {
            Assert.Equal(0, new SharedKeyRun(scenario, seed: 1).MeetFirst().Lost);
        }
    }

    [Fact]
    public void ServerThatIsAloneSendsAMinutesLimitAtOnceFromItsSecondMinuteOn()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        var reply = rig.Enqueue([.. System.Linq.Enumerable.Range(1, 20)]);
        for (var i = 0; i < 60 && rig.Sent.Count < 10; i++)
        {
            rig.RespondToAll(200);
            rig.Tick(0.2);
        }

        Assert.InRange(rig.Sent[9].At - rig.Sent[0].At, TimeSpan.Zero, TimeSpan.FromSeconds(7));
        rig.RespondToAll(200);
        rig.Restart();
        rig.Tick(80);
        rig.RespondToAll(200);

        Assert.Equal(10, rig.Sent.Count);
        Assert.Empty(reply.Reports);
    }

    [Fact]
    public void RefusalOfAFirewallTeachesNothing()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.Enqueue(1, 2);
        rig.Tick();
        rig.RespondToLast(429, "<html>error code: 1015</html>");

        Assert.Null(rig.Delivery.StatusReader.Read().Share);
    }

    [Fact]
    public void StatusNamesTheLearnedShareAndARestartKeepsIt()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.Enqueue(1, 2, 3);
        rig.Tick();
        rig.RespondToLast(200);
        rig.Tick(1);
        rig.RespondToLast(429, """{"title":"Too Many Requests","status":429}""");
        rig.Tick();

        Assert.Equal(1, rig.Delivery.StatusReader.Read().Share);
        rig.Restart();
        Assert.Equal(1, rig.Delivery.StatusReader.Read().Share);
    }
}
