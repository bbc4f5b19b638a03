using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Notifications;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cfx;

/// <summary>What no stand-in can show: the permission check behind the server's own, and who may stop the resource.</summary>
public sealed class EntryPointTests
{
    private readonly DeliveryRig _rig = new();
    private readonly Mock<IPlayerDirectory> _players = new();
    private readonly Mock<IPlayerMessenger> _messenger = new();

    public EntryPointTests()
    {
        _players.Setup(p => p.Describe(It.IsAny<int>())).Returns((int source) => Requester.Player(source, "A", "license:a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void CommandHandlerChecksPermission(int source)
    {
        Command().OnCommand(source, ["101"], "clear911 101");

        Assert.False(_rig.Dispatcher.NeedsTick);
        _players.Verify(p => p.IsAllowed(source, "command.clear911"));
        _messenger.Verify(m => m.Show(source, It.Is<Phrase>(line => line.InEnglish().Contains("command.clear911")), Tone.Error));
    }

    [Fact]
    public void ConsoleNeedsNoPermission()
    {
        Command().OnCommand(0, ["101"], "clear911 101");

        Assert.True(_rig.Dispatcher.NeedsTick);
        _players.Verify(p => p.IsAllowed(It.IsAny<int>(), It.IsAny<string>()), Times.Never);
    }

    [Fact]
    public void CommandWithNullArgumentsIsHandled()
    {
        var list = new Mock<ISubcommand>();
        list.Setup(l => l.Definition).Returns(SubcommandDefinitions.List);

        Command(list.Object).OnCommand(0, null, null);

        list.Verify(l => l.Run(It.IsAny<CommandContext>()));
    }

    [Fact]
    public void StopEventIsAcceptedFromServerOnly()
    {
        var stops = 0;
        var accounts = new AccountProvider(new ConfigLoader(Mock.Of<IResourceFiles>(), Mock.Of<IConvars>()), new AccountResolver(Mock.Of<IConvars>()), new SecretRedactor(), _rig.Clock, _rig.Log);
        var watcher = new AccountWatcher(accounts, _rig.Log, new ResourceInfo("r", "1.0.0"));
        var vendor = new VendorResource(new FakeResources(), Mock.Of<IResourceExports>(), Mock.Of<IConvars>());
        var vendorCalls = new VendorCalls(vendor, new OpenCallCache(() => null), new SecretRedactor(), _rig.Clock, _rig.Log) { Budget = new TickBudget(_rig.Clock) };
        var handler = new ResourceEventHandler(new NotificationResources(new FakeResources()), watcher, vendorCalls, new OpenCallRig().Service, "r", () => stops++);

        handler.OnStop("net:1", "r");
        handler.OnStop(string.Empty, "other");
        handler.OnStop(string.Empty, new List<object>());
        Assert.Equal(0, stops);

        handler.OnStop(null!, "r");
        Assert.Equal(1, stops);
    }

    private static ISubcommand Subcommand(SubcommandDefinition definition) =>
        Mock.Of<ISubcommand>(subcommand => subcommand.Definition == definition);

    private CommandHandler Command(ISubcommand? list = null)
    {
        var others = SubcommandDefinitions.Table.Where(definition => list is null || definition != SubcommandDefinitions.List).Select(Subcommand);
        var subcommands = new SubcommandTable([.. others, .. list is null ? Array.Empty<ISubcommand>() : [list]]);
        var guard = new RequestGuard(_players.Object, _messenger.Object, _rig.SettingsMonitor, _rig.Clock, _rig.Log);
        var commands = new CommandService(subcommands, _rig.Delivery.Removals, _players.Object, _rig.SettingsMonitor);
        return new CommandHandler(guard, commands, _players.Object, _messenger.Object, new ConsoleReply(_rig.Log));
    }
}
