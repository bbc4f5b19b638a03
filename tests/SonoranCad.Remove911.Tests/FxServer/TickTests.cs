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
    public void HandlerRunsOncePerTickAndNotWhileItsTaskIsRunning()
    {
        var pending = new TaskCompletionSource();
        TestScript.Start(_server, "mine", script => script.AddTick(() =>
        {
            _runs++;
            return _runs < 3 ? Task.CompletedTask : pending.Task;
        }));

        for (var tick = 0; tick < 5; tick++)
        {
            _server.Server.Tick();
        }

        Assert.Equal(3, _runs);
    }

    [Fact]
    public void OnlySameDelegateInstanceIsRemoved()
    {
        var added = new Func<Task>(CountAsync);
        var script = TestScript.Start(_server, "mine", made => made.AddTick(added));

        script.Run(_server, () => script.RemoveTick(CountAsync));
        _server.Server.Tick();
        Assert.Equal(1, _runs);

        script.Run(_server, () => script.RemoveTick(added));
        _server.Server.Tick();
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void HandlerCanRemoveItself()
    {
        Func<Task>? handler = null;
        TestScript.Start(_server, "mine", script =>
        {
            handler = () =>
            {
                script.RemoveTick(handler!);
                return CountAsync();
            };
            script.AddTick(handler);
        });

        _server.Server.Tick();
        _server.Server.Tick();

        Assert.Equal(1, _runs);
    }

    [Fact]
    public void ThrowingTickHandlerIsLoggedAndStaysRegistered()
    {
        TestScript.Start(_server, "mine", script => script.AddTick(() =>
        {
            _runs++;
            throw new FormatException("broken");
        }));

        _server.Server.Tick();
        _server.Server.Tick();

        Assert.Equal(2, _runs);
        Assert.Contains("System.FormatException: broken", _server.Server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void DelayAlwaysEndsInLaterTick()
    {
        TestScript.Start(_server, "mine", script => script.AddTick(async () =>
        {
            await BaseScript.Delay(0);
            _runs++;
        }));

        _server.Server.Tick();
        Assert.Equal(0, _runs);

        _server.Server.Tick();
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void IdleTickAllocatesNothing()
    {
        TestScript.Start(_server, "mine", script => script.Events["a"] += new Action(() => { }));
        _server.Server.Tick();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 0; tick < 100; tick++)
        {
            _server.Server.Tick();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private Task CountAsync()
    {
        _runs++;
        return Task.CompletedTask;
    }
}
