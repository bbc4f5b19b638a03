using System;
using System.Linq;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>
/// The account from the convars of the vendor's resource, whichever resource starts first and whatever is missing.
/// </summary>
public sealed class SonoranCadAccountTests : IDisposable
{
    private const string Permission = "add_convar_permission";
    private const string Exec = "exec @sonorancad/sonorancad.cfg";
    private const string KeyConvar = "sonoran_apiKey";

    private readonly ServerRig _rig = new();

    public SonoranCadAccountTests() => _rig.Configure(communityId: "", apiKey: "", startupCheck: true);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void AccountOfLaterSonoranCadIsFoundQuietlyAndChecked()
    {
        Grant();
        _rig.Start();
        var errors = Errors();
        var vendor = new SonoranCadResource(_rig.Server);
        _rig.TickFor(3);
        vendor.PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        _rig.AwaitConsole("The account is set up: community " + ServerRig.CommunityId);
        _rig.AwaitConsole("The account works");
        _rig.TickFor(40);

        Assert.Equal(errors, Errors());
        Assert.Single(_rig.Cad.Requests);
        Assert.Equal(0, _rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    [Fact]
    public void ReadablePlaceholderMeansThatSonoranCadHasNotStarted()
    {
        Grant();
        SonoranCadResource.ExecuteConfiguration(_rig.Server);
        _rig.Start();

        Assert.Equal(0, Errors());
        Assert.Single(_rig.Server.Console.Lines, line => line.Contains("until the resource sonorancad has started", StringComparison.Ordinal));
        Assert.DoesNotContain(Permission, _rig.Server.Console.Text);

        new SonoranCadResource(_rig.Server).PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        _rig.AwaitConsole("The account works");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void UnreadableKeyIsExplainedByBothPossibleCauses(bool isConfigurationExecuted, bool isGranted)
    {
        if (isGranted)
        {
            Grant();
        }

        new SonoranCadResource(_rig.Server, isConfigurationExecuted: isConfigurationExecuted).PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        _rig.Start();

        var line = Assert.Single(_rig.Server.Console.Lines, line => line.Contains(Exec, StringComparison.Ordinal));
        Assert.Contains($"{Permission} sonorancad-remove911 read {KeyConvar}", line);
        Assert.Contains("before \"ensure sonorancad-remove911\"", line);
    }

    [Fact]
    public void ReadableButEmptyKeyMeansThatConfigurationWasNotExecuted()
    {
        _rig.Server.Convars.Set(KeyConvar, string.Empty);
        new SonoranCadResource(_rig.Server, isConfigurationExecuted: false).PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        _rig.Start();

        Assert.Contains($"the convar {KeyConvar} is empty, so sonorancad.cfg was not executed. Put \"{Exec}\"", _rig.Server.Console.Text);
        Assert.DoesNotContain(Permission, _rig.Server.Console.Text);
    }

    [Fact]
    public void MissingCommunityIsNotExplainedByPermission()
    {
        _rig.Configure(communityId: "");
        _rig.Start();

        Assert.Contains("communityId has no value", _rig.Server.Console.Text);
        Assert.DoesNotContain(Permission, _rig.Server.Console.Text);
    }

    [Fact]
    public void NewReasonIsReportedOnceAfterSonoranCadHasStarted()
    {
        _rig.Start();
        var errors = Errors();
        new SonoranCadResource(_rig.Server).PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        _rig.TickFor(40);
        Assert.Equal(errors + 1, Errors());
        Assert.Contains("but sonorancad-remove911 cannot read sonoran_apiKey", _rig.Server.Console.Text);

        _rig.Server.StopResource(SonoranCadResource.ResourceName);
        _ = new SonoranCadResource(_rig.Server);
        _rig.TickFor(40);
        Assert.Equal(errors + 1, Errors());
    }

    [Fact]
    public void ServerNumberOfLaterSonoranCadIsUsed()
    {
        _rig.Configure();
        _rig.Start();
        new SonoranCadResource(_rig.Server).PublishAccount(ServerRig.CommunityId, "other-key", serverId: 1);
        _rig.TickFor(3);
        _rig.AssertStillWorks();

        Assert.Contains("\"serverId\":1", _rig.Cad.Requests[^1].Text);
        Assert.Contains(ServerRig.ApiKey, _rig.Cad.Requests[^1].Text);
    }

    [Fact]
    public void ClientCannotTriggerAccountLookup()
    {
        _rig.Start();
        _rig.TickFor();
        _rig.Guest().TriggerServerEvent("onResourceStart", "sonorancad");

        Assert.Equal(0, _rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    private void Grant() => _rig.Server.Convars.Grant(ServerRig.ResourceName, KeyConvar);

    private int Errors() => _rig.Server.Console.Lines.Count(line => line.StartsWith("^1Error", StringComparison.Ordinal));
}
