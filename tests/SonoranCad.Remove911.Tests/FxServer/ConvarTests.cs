using System;
using System.Collections.Generic;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class ConvarTests : IDisposable
{
    private const string Secret = "some_key";

    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void ProtectedConvarReadsAsDefaultWithoutGrant()
    {
        _server.Server.Convars.Protect(Secret, "42");

        Assert.Equal(("none", 7), Read("mine"));
        Assert.Equal("42", _server.Server.Convars.Get(Secret, "none"));
    }

    [Fact]
    public void GrantAppliesToOneResourceAndOneConvar()
    {
        _server.Server.Convars.Protect(Secret, "42");
        _server.Server.Convars.Protect("another_key", "43");
        _server.Server.Convars.Grant("mine", Secret);

        Assert.Equal(("42", 42), Read("mine"));
        Assert.Equal(("none", 7), Read("other"));
        Assert.Equal(("none", 7), Read("mine2", "another_key"));
    }

    [Fact]
    public void FirstGrantProtectsConvarFromOtherResources()
    {
        _server.Server.Convars.Set(Secret, "42");
        Assert.Equal(("42", 42), Read("before"));

        _server.Server.ConsoleCommand($"add_convar_permission mine write {Secret}");
        Assert.Equal(("42", 42), Read("still"));

        _server.Server.ConsoleCommand($"add_convar_permission mine read {Secret}");
        Assert.Equal(("none", 7), Read("other"));
        Assert.Equal(("42", 42), Read("mine"));
    }

    [Fact]
    public void ConsoleGrantIsRejectedAfterStartup()
    {
        _server.Server.Convars.Protect(Secret, "42");
        _server.Server.Tick();

        _server.Server.ConsoleCommand($"add_convar_permission mine read {Secret}");

        Assert.Equal(("none", 7), Read("mine"));
        Assert.Contains("only executable before", Assert.Single(_server.Server.Console.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void ProtectionSurvivesNewValueAndListenersAreNotNotified()
    {
        var heard = new List<string>();
        _server.Server.Convars.Grant("mine", Secret);
        TestScript.Start(_server, "mine", _ =>
            API.AddConvarChangeListener("some_*", new Action<string, object>((name, _) => heard.Add(name))));

        _server.Server.ConsoleCommand($"set {Secret} 42");
        _server.Server.ConsoleCommand("set some_other 1");

        Assert.Equal(("none", 7), Read("other"));
        Assert.Equal("some_other", Assert.Single(heard));
    }

    private (string Text, int Number) Read(string resource, string name = Secret) => TestScript.Start(_server, resource)
        .Evaluate(_server, () => (API.GetConvar(name, "none"), API.GetConvarInt(name, 7)));
}
