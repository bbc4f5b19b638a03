using System.Collections.Generic;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class StatusTableTests
{
    private readonly CommandRig _rig = new();

    [Fact]
    public void WhatDoesNotApplyIsNull() => Assert.Equal(
        new Dictionary<string, object?>
        {
            ["version"] = "1.0.0",
            ["uptime"] = 0,
            ["configured"] = true,
            ["problem"] = null,
            ["api"] = "v1",
            ["apiWorks"] = false,
            ["circuitOpen"] = false,
            ["circuitOpenFor"] = null,
            ["waiting"] = 0,
            ["underWay"] = 0,
            ["oldest"] = null,
            ["nextSendIn"] = null,
            ["requestsPerMinute"] = 60,
            ["accepted"] = 0,
            ["cleared"] = 0,
            ["failed"] = 0,
            ["requests"] = 0,
            ["lastError"] = null,
            ["lastErrorMessage"] = null,
            ["lastErrorAt"] = null,
        },
        _rig.Services.StatusTable.Read());

    [Fact]
    public void TimesAreWholeSecondsRoundedUp()
    {
        _rig.Run(CommandRig.Jane, "101");
        for (var failure = 0; failure < 5; failure++)
        {
            _rig.OpenCalls.Tick(61);
            _rig.OpenCalls.Respond(503, "down");
        }

        _rig.OpenCalls.Tick(3.2);

        var table = _rig.Services.StatusTable.Read();
        Assert.Equal((309, 309, 4, 29), (table["uptime"], table["oldest"], table["circuitOpenFor"], table["nextSendIn"]));
        Assert.Equal((true, false), (table["circuitOpen"], table["apiWorks"]));
        Assert.Equal((1, 0), (table["waiting"], table["underWay"]));
        Assert.Equal((1, 0, 0, 5), (table["accepted"], table["cleared"], table["failed"], table["requests"]));
        Assert.Equal(("cad_error", "Sonoran CAD returned an error (503)."), (table["lastError"], table["lastErrorMessage"]));
        Assert.Equal(1_795_521_905L, table["lastErrorAt"]);
    }

    [Fact]
    public void SecretsInTheLastErrorAreRedacted()
    {
        _rig.Core.Redactor.Add("secret-key-1");
        _rig.Run(CommandRig.Jane, "101");
        _rig.OpenCalls.Tick();
        _rig.OpenCalls.Respond(400, "LOCKED BY secret-key-1");

        Assert.Equal(
            "Sonoran CAD rejected the request (400): \"LOCKED BY [secret]\". Check the call id in the CAD.", _rig.Services.StatusTable.Read()["lastErrorMessage"]);
    }

    [Fact]
    public void WorkingApiAndRemovalsUnderWayAreCounted()
    {
        _rig.Run(CommandRig.Jane, "101");
        _rig.OpenCalls.Tick();
        Assert.Equal(1, _rig.Services.StatusTable.Read()["underWay"]);

        _rig.OpenCalls.Respond(200, "{}");
        var table = _rig.Services.StatusTable.Read();
        Assert.Equal((true, 1), (table["apiWorks"], table["cleared"]));
    }

    [Fact]
    public void ShareOfTheKeyIsTheLimit()
    {
        _rig.OpenCalls.Delivery.Policy.Share.Restore(30, System.TimeSpan.Zero);

        Assert.Equal(30, _rig.Services.StatusTable.Read()["requestsPerMinute"]);
    }

    [Fact]
    public void MissingAccountIsTheProblem()
    {
        var table = new CommandRig("{}").Services.StatusTable.Read();

        Assert.Equal((false, "not_configured"), (table["configured"], table["problem"]));
    }
}
