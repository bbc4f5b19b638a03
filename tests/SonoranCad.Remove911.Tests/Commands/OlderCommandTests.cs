using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class OlderCommandTests
{
    private readonly CommandRig _rig = new();

    public OlderCommandTests() => _rig.List();

    [Theory]
    [InlineData(60, "No 911 call is known to have been open for more than 1 min.", false)]
    [InlineData(60.1, "One 911 call has been open for more than 1 min: 101. To clear it, type /clear911 confirm within 15 s.", true)]
    [InlineData(90.1, "2 911 calls have been open for more than 1 min: 102, 101. To clear these, type /clear911 confirm within 15 s.", true)]
    public void CallsThatWereOpenForLongerAreCounted(double seconds, string text, bool asks)
    {
        _rig.OpenCalls.OnCallOpened(101);
        _rig.Clock.Advance(TimeSpan.FromSeconds(30));
        _rig.OpenCalls.OnCallOpened(102);
        _rig.Clock.Advance(TimeSpan.FromSeconds(seconds - 30));
        _rig.OpenCalls.OnCallOpened(103);

        Assert.Equal((text, asks ? Tone.Warning : Tone.Info), _rig.Ask(CommandRig.Jane, "older 1"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10081")]
    [InlineData("1.5")]
    [InlineData("1 2")]
    [InlineData("soon")]
    [InlineData("99999999999")]
    public void OtherMinutesAreRefusedAndEndAnEarlierCount(string minutes)
    {
        _rig.Open(101);
        _rig.Run(CommandRig.Jane, "all");

        Assert.Equal(
            ("Give a whole number of minutes from 1 to 10080, such as /clear911 older 30.", Tone.Error), _rig.Ask(CommandRig.Jane, "older " + minutes));
        _rig.Run(CommandRig.Jane, "confirm");
        Assert.Empty(_rig.Pending);
    }

    [Fact]
    public void AWeekIsTheLongestTime()
    {
        _rig.Open(101);

        Assert.Equal(
            ("No 911 call is known to have been open for more than 10080 min.", Tone.Info), _rig.Ask(CommandRig.Jane, "older 10080"));
    }

    [Theory]
    [InlineData(1, "1 open call has an unknown age, so it is not counted. One 911 call has been open")]
    [InlineData(2, "The age of 2 open calls is unknown, so they are not counted. One 911 call has been open")]
    public void CallsOfUnknownAgeAreNotCounted(int withoutAge, string beginning)
    {
        _rig.OpenCalls.OnCallOpened(101);
        for (var callId = 1; callId <= withoutAge; callId++)
        {
            _rig.OpenCalls.Service.OnCallOpened(OpenCall.FromList(callId, "Jane Doe", "Innocence Blvd", null));
        }

        _rig.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith(beginning, _rig.Ask(CommandRig.Jane, "older 1").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void PartialConfirmationNamesWhatWasTyped()
    {
        _rig.Core.Settings.Update(new() { MaxWaiting = 1 });
        _rig.Open(101, 102);
        _rig.Clock.Advance(TimeSpan.FromMinutes(6));
        _rig.Run(CommandRig.Jane, "older 05");

        Assert.EndsWith("type /clear911 older 5 again.", _rig.Ask(CommandRig.Jane, "confirm").Text, StringComparison.Ordinal);
    }
}
