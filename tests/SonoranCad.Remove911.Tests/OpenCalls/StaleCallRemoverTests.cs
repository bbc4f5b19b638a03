using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class StaleCallRemoverTests
{
    private readonly OpenCallRig _rig = new(ApiMode.V1);

    public StaleCallRemoverTests()
    {
        _rig.Accounts.Resolve(_rig.Core.ConfigFile);
        Configure(new Settings());
        _rig.Clock.Advance(TimeSpan.FromHours(10));
    }

    private StaleCallRemover Remover => _rig.OpenCalls.StaleCalls;

    private IEnumerable<int> Pending => _rig.Delivery.Outbox.GetAll().Select(entry => entry.CallId);

    [Fact]
    public void OldestCallsAreSubmittedFirst()
    {
        Remover.Submit([Call(1, 30), Call(2, 30.1), Call(3, 60), Call(4, null), Call(5, 61)]);

        Assert.Equal([5, 3, 2], Pending);
        Assert.All(_rig.Delivery.Outbox.GetAll(), entry => Assert.Same(Requester.Schedule, entry.Requester));
    }

    [Theory]
    [InlineData(false, new[] { 2 })]
    [InlineData(true, new[] { 3, 2, 1 })]
    public void CivilCallsAreSubmittedIfTheyMayBeCleared(bool clearCivil, int[] submitted)
    {
        Configure(new Settings { ClearCivil = clearCivil });

        Remover.Submit([Call(1, 31, isCivil: true), Call(2, 32), Call(3, 33, isCivil: null)]);

        Assert.Equal(submitted, Pending);
    }

    [Theory]
    [InlineData(31, null, false, true)]
    [InlineData(31, null, true, false)]
    [InlineData(31, false, false, false)]
    [InlineData(31, true, false, false)]
    [InlineData(29, null, false, false)]
    public void ListIsNeededIfAnOldCallMayBeCivil(double age, bool? isCivil, bool clearCivil, bool isNeeded)
    {
        Configure(new Settings { ClearCivil = clearCivil });

        Assert.Equal(isNeeded, Remover.NeedsList([Call(1, age, isCivil), Call(2, 40)]));
    }

    [Fact]
    public void PendingCallIsLeftToItsRequester()
    {
        Assert.True(_rig.Delivery.Removals.Submit(Requester.Console, [1], new FakeReply()));

        Remover.Submit([Call(1, 31)]);

        Assert.Single(_rig.Delivery.Outbox.GetAll().Single().Requests);
    }

    [Fact]
    public void CallThatStaysOpenIsTriedAgainAfterAnHour()
    {
        Remover.Submit([Call(1, 31)]);
        Complete(1);
        _rig.Clock.Advance(TimeSpan.FromMinutes(59.9));
        Remover.Submit([Call(1, 91), Call(2, 92)]);
        Assert.Equal([2], Pending);

        _rig.Clock.Advance(TimeSpan.FromMinutes(0.1));
        Remover.Submit([Call(1, 92)]);
        Assert.Equal([2, 1], Pending);
    }

    [Fact]
    public void CallOfAnotherCommunityIsNotTheSame()
    {
        Remover.Submit([Call(1, 31)]);
        Complete(1);

        Remover.Reset();
        Remover.Submit([Call(1, 31)]);

        Assert.Equal([1], Pending);
    }

    [Fact]
    public void ScheduleTakesATenthOfTheWaitingRemovals()
    {
        Configure(new Settings { MaxWaiting = 50 });

        Remover.Submit(Calls(20));

        Assert.Equal([20, 19, 18, 17, 16], Pending);
    }

    // One request a second, with the limiter's margin, and the first of them within a second.
    [Theory]
    [InlineData(0, 29)]
    [InlineData(20, 30)]
    [InlineData(40, 40)]
    public void OthersWaitForHalfAMinuteAtMost(int waiting, int all)
    {
        Configure(new Settings { MaxBatch = 1 });
        Assert.True(waiting == 0 || _rig.Delivery.Removals.Submit(Requester.Console, [.. Enumerable.Range(1001, waiting)], new FakeReply()));

        Remover.Submit(Calls(60));

        Assert.Equal(all, Pending.Count());
    }

    [Fact]
    public void NothingIsSubmittedIfNothingIsOld()
    {
        Remover.Submit([Call(1, 5)]);

        Assert.Empty(Pending);
        Assert.Empty(_rig.Log);
    }

    [Fact]
    public void SubmittingNoCallsTakesNoPlaceInTheOutbox()
    {
        Configure(new Settings { MaxWaiting = 1 });
        for (var look = 0; look < 10; look++)
        {
            Remover.Submit([]);
        }

        Assert.True(_rig.Delivery.Removals.Submit(Requester.Console, [1], new FakeReply()));
    }

    private void Configure(Settings settings)
    {
        settings.ClearAfterMinutes = 30;
        settings.Api = ApiMode.V1;
        _rig.Core.Settings.Update(settings);
        _rig.Delivery.OnSettingsChanged();
    }

    private void Complete(int callId)
    {
        _rig.Delivery.Dispatcher.OnRemovedByCad(callId, _rig.Accounts.Target!);
        _rig.Delivery.Dispatcher.Tick(_rig.Clock.Elapsed);
        Assert.Empty(Pending);
    }

    private OpenCall Call(int callId, double? age, bool? isCivil = false) =>
        OpenCall.FromList(callId, "Jane Doe", "Route 68", age is { } minutes ? _rig.Clock.Elapsed - TimeSpan.FromMinutes(minutes) : null) with { IsCivil = isCivil };

    private OpenCall[] Calls(int count) => [.. Enumerable.Range(1, count).Select(id => Call(id, 31 + id))];
}
