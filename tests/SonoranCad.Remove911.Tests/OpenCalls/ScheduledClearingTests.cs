using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class ScheduledClearingTests
{
    private const string NoList = "^3Warning: clearAfterMinutes clears nothing for now, because the open calls cannot be listed. Sonoran CAD has no list of calls";

    private readonly OpenCallRig _rig = new("""{ "communityId": "c", "apiKey": "key-1", "api": "v1", "clearAfterMinutes": 30 }""");

    public ScheduledClearingTests() => _rig.Accounts.Resolve(_rig.Core.ConfigFile);

    private IEnumerable<int> Pending => _rig.Delivery.Outbox.GetAll().Select(entry => entry.CallId);

    [Fact]
    public void OldCallsAreClearedByTheFirstCheck()
    {
        _rig.Tick(14.9);
        Assert.Empty(_rig.Sent);
        _rig.Tick(0.1);
        Respond(Call(101, 31), Call(102, 29), Call(103, 45), Call(104, 60, isEmergency: false));

        Assert.Equal([103, 101], Pending);
    }

    [Fact]
    public void OpenCallsAreCheckedOnceAMinute()
    {
        _rig.Tick(15);
        Respond();
        _rig.Tick(59.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        Assert.Equal(2, _rig.Sent.Count);
    }

    [Fact]
    public void ScheduleIsOffByDefault()
    {
        var rig = new OpenCallRig();
        Assert.False(rig.OpenCalls.Schedule.NeedsTick);
        Assert.True(_rig.OpenCalls.Schedule.NeedsTick);

        rig.Accounts.Resolve(rig.Core.ConfigFile);
        rig.Tick(60);
        Assert.Empty(rig.Sent);
    }

    [Fact]
    public void CallsOfUnknownAgeAreReportedOnceAndPauseTheSchedule()
    {
        _rig.Tick(15);
        _rig.RespondWithCalls(101, 102);
        Assert.StartsWith(NoAge("2 open calls"), _rig.Log.Single(), StringComparison.Ordinal);

        _rig.Tick(299.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.RespondWithCalls(101);
        Assert.Single(_rig.Log);
        Assert.Empty(Pending);
    }

    [Fact]
    public void OthersAreClearedBesideCallsOfUnknownAge()
    {
        _rig.Tick(15);
        Respond(Call(101, 31), """{ "callId": 102 }""");

        Assert.StartsWith(NoAge("1 open call"), _rig.Log[0], StringComparison.Ordinal);
        Assert.Equal([101], Pending);
        _rig.Tick(60);
        Assert.Contains(_rig.Sent.Skip(1), request => request.Url.EndsWith("get_calls", StringComparison.Ordinal));
    }

    [Fact]
    public void MissingListIsReportedOnceAndFetchedRarely()
    {
        _rig.Tick(15);
        _rig.Respond(404, "");
        Assert.StartsWith(NoList, _rig.Log.Single(), StringComparison.Ordinal);

        _rig.Tick(299.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        _rig.Respond(404, "");
        Assert.Equal(2, _rig.Sent.Count);
        Assert.Single(_rig.Log);

        _rig.Tick(300);
        Respond();
        _rig.Tick(60);
        _rig.Respond(404, "");
        Assert.Equal(2, _rig.Log.Count);
    }

    // On API v1 the list shares its limit with the removals.
    [Fact]
    public void NoSecondCheckStartsWhileOneWaitsForItsList()
    {
        _rig.Delivery.Limits.Acquire(ApiVersion.V1);
        _rig.Tick(15);
        _rig.Tick(60);
        _rig.Delivery.Limits.GetLimiter(ApiVersion.V1).Release(_rig.Clock.Elapsed);
        _rig.Tick(1.1);
        _rig.Respond(404, "");

        // Five minutes after the first look.
        _rig.Tick(238.8);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        Assert.Equal(2, _rig.Sent.Count);
    }

    [Fact]
    public void OutageIsNotReportedAndPausesNothing()
    {
        _rig.Tick(15);
        _rig.Respond(503, "");
        Assert.Empty(_rig.Log);

        _rig.Tick(60);
        Respond(Call(101, 31));
        Assert.Equal([101], Pending);
    }

    [Fact]
    public void ChangedSettingsEndThePauseAndReportAgain()
    {
        _rig.Tick(15);
        _rig.Respond(404, "");
        _rig.Tick(20);
        _rig.OpenCalls.Schedule.OnSettingsChanged();
        _rig.Tick(39.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        _rig.Respond(404, "");
        Assert.Equal(2, _rig.Log.Count);

        _rig.OpenCalls.Schedule.OnSettingsChanged();
        _rig.Tick(60);
        _rig.RespondWithCalls(101);
        _rig.OpenCalls.Schedule.OnSettingsChanged();
        _rig.Tick(60);
        _rig.RespondWithCalls(101);
        Assert.Equal(2, _rig.Log.Count(line => line.StartsWith(NoAge("1 open call"), StringComparison.Ordinal)));
    }

    [Fact]
    public void ChangedSettingsDoNotMoveTheNextCheck()
    {
        _rig.OpenCalls.Schedule.OnSettingsChanged();
        _rig.Tick(14.9);
        Assert.Empty(_rig.Sent);
        _rig.Tick(0.1);
        Respond();

        _rig.Tick(30);
        _rig.OpenCalls.Schedule.OnSettingsChanged();
        _rig.Tick(29.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        Assert.Equal(2, _rig.Sent.Count);
    }

    [Fact]
    public void NothingIsReadWhileTheAccountIsRefused()
    {
        _rig.Accounts.MarkRefused(_rig.Accounts.Account!, CadErrors.InvalidApiKey);
        _rig.Tick(60);
        Assert.Empty(_rig.Sent);

        _rig.Accounts.Reload(_rig.Core.ConfigFile);
        _rig.Tick(1);
        Assert.Single(_rig.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NothingIsClearedIfTheAccountIsRefusedOrTheSettingIsOffByThen(bool isRefused)
    {
        _rig.Tick(15);
        if (isRefused)
        {
            _rig.Accounts.MarkRefused(_rig.Accounts.Account!, CadErrors.InvalidApiKey);
        }
        else
        {
            _rig.Core.Settings.Update(new Settings());
        }

        Respond(Call(101, 31), """{ "callId": 102 }""");

        Assert.Empty(Pending);
        Assert.DoesNotContain(_rig.Log, line => line.Contains("clearAfterMinutes", StringComparison.Ordinal));
    }

    // A push event does not say whether a call is civil.
    [Fact]
    public void ListDecidesWhetherCallOfPushEventIsCivil()
    {
        _rig.OnCallOpened(101);
        _rig.OnCallOpened(102);
        for (var minute = 0; minute < 5; minute++)
        {
            _rig.Tick(60 * 6.05);
            Assert.Equal(minute == 4 ? 1 : 0, _rig.Sent.Count);
            _rig.Service.OnCallClosed(999);
        }

        Respond(Call(101, 0), Call(102, 0, isEmergency: false));

        Assert.Equal([101], Pending);
    }

    [Fact]
    public void PushEventsAreEnoughIfCivilCallsMayBeCleared()
    {
        _rig.Core.Settings.Update(new Settings { Api = ApiMode.V1, ClearAfterMinutes = 5, ClearCivil = true });
        _rig.OnCallOpened(101);
        _rig.Tick(300.1);

        Assert.Equal([101], Pending);
        Assert.DoesNotContain(_rig.Sent, request => request.Url.EndsWith("get_calls", StringComparison.Ordinal));
    }

    [Fact]
    public void ListThatFailsClearsNothingThatIsUnconfirmed()
    {
        _rig.Core.Settings.Update(new Settings { Api = ApiMode.V1, ClearAfterMinutes = 5 });
        _rig.OnCallOpened(101);
        _rig.Tick(300.1);
        _rig.Respond(404, "");

        Assert.Empty(Pending);
        Assert.StartsWith(NoList, _rig.Log.Single(), StringComparison.Ordinal);
        Assert.Single(_rig.Sent);
    }

    private void Respond(params string[] calls) => _rig.Respond(200, $$"""{ "emergencyCalls": [{{string.Join(",", calls)}}] }""");

    private string Call(int callId, double age, bool isEmergency = true) =>
        $$"""{ "callId": {{callId}}, "updated": "{{_rig.Clock.UtcNow.AddMinutes(-age):O}}", "isEmergency": {{(isEmergency ? "true" : "false")}} }""";

    private static string NoAge(string calls) => $"^3Warning: clearAfterMinutes leaves {calls} alone";
}
