using System;
using System.Threading.Tasks;
using CitizenFX.Core;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class TickTests : IDisposable
{
    private readonly TestServer _server = new();
    private int _runs;

    public void Dispose() => _server.Dispose();

    [Fact]
    public void AHandlerRunsOnceATickAndNotAgainBeforeItsTaskEnds()
    {
        var pending = new TaskCompletionSource();
        PlainScript.Start(_server, "mine", script => script.AddTick(() =>
        {
            _runs++;
            return _runs < 3 ? Task.CompletedTask : pending.Task;
        }));

        for (var tick = 0; tick < 5; tick++)
        {
            _server.Game.Tick();
        }

        Assert.Equal(3, _runs);
    }

    [Fact]
    public void OnlyTheVeryDelegateThatWasAddedIsRemoved()
    {
        var added = new Func<Task>(CountAsync);
        var script = PlainScript.Start(_server, "mine", made => made.AddTick(added));

        script.Run(_server, () => script.RemoveTick(CountAsync));
        _server.Game.Tick();
        Assert.Equal(1, _runs);

        script.Run(_server, () => script.RemoveTick(added));
        _server.Game.Tick();
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void AHandlerMayRemoveItself()
    {
        Func<Task>? handler = null;
        PlainScript.Start(_server, "mine", script =>
        {
            handler = () =>
            {
                script.RemoveTick(handler!);
                return CountAsync();
            };
            script.AddTick(handler);
        });

        _server.Game.Tick();
        _server.Game.Tick();

        Assert.Equal(1, _runs);
    }

    [Fact]
    public void AFailingHandlerIsReportedAndStays()
    {
        PlainScript.Start(_server, "mine", script => script.AddTick(() =>
        {
            _runs++;
            throw new FormatException("broken");
        }));

        _server.Game.Tick();
        _server.Game.Tick();

        Assert.Equal(2, _runs);
        Assert.Contains("System.FormatException: broken", _server.Game.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ADelayEndsInALaterTickHoweverShort()
    {
        PlainScript.Start(_server, "mine", script => script.AddTick(async () =>
        {
            await BaseScript.Delay(0);
            _runs++;
        }));

        _server.Game.Tick();
        Assert.Equal(0, _runs);

        _server.Game.Tick();
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void AnIdleTickAllocatesNothing()
    {
        PlainScript.Start(_server, "mine", script => script.Events["a"] += new Action(() => { }));
        _server.Game.Tick();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 0; tick < 100; tick++)
        {
            _server.Game.Tick();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private Task CountAsync()
    {
        _runs++;
        return Task.CompletedTask;
    }
}
