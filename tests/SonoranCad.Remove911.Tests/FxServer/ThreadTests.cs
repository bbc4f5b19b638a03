using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using FxServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>Where awaits resume, as observed with the server's own assembly: mostly off the main thread.</summary>
public sealed class ThreadTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly ConcurrentQueue<string> _calls = new();

    public ThreadTests() => OffThreadCallDetector.Expect(_server.Server);

    public void Dispose() => _server.Dispose();

    [Fact]
    public void AwaitInCommandResumesOffMainThread()
    {
        var answer = new TaskCompletionSource<string>();
        TestScript.Start(_server, "mine", script =>
        {
            API.RegisterCommand("ask", new Func<int, List<object>, string, Task>(async (_, _, _) =>
            {
                Call("before");
                await answer.Task;
                Call("after");
            }), false);
            script.Events["answer"] += new Action<string>(answer.SetResult);
        });

        _server.Server.ConsoleCommand("ask");
        _server.Server.RaiseEvent("answer", "", "yes");

        Assert.True(_server.Server.TickUntil(() => _calls.Count == 2));
        Assert.Equal(["before main", "after trapped"], _calls);
    }

    [Theory]
    [InlineData("command")]
    [InlineData("event")]
    public void AwaitingTimerOrPoolThreadLeavesMainThread(string entry)
    {
        TestScript.Start(_server, "mine", script =>
        {
            API.RegisterCommand("delay", new Func<int, List<object>, string, Task>((_, _, _) => AwaitDelayAsync()), false);
            API.RegisterCommand("run", new Func<int, List<object>, string, Task>((_, _, _) => AwaitRunAsync()), false);
            script.Events["delay"] += new Func<Task>(AwaitDelayAsync);
            script.Events["run"] += new Func<Task>(AwaitRunAsync);
        });

        foreach (var name in new[] { "delay", "run" })
        {
            if (entry == "command")
            {
                _server.Server.ConsoleCommand(name);
            }
            else
            {
                _server.Server.RaiseEvent(name, "");
            }
        }

        Assert.True(_server.Server.TickUntil(() => _calls.Count == 2));
        Assert.Equal(["delay trapped", "run trapped"], _calls.Order());
    }

    [Fact]
    public void AwaitingBaseScriptDelayInTickStaysOnMainThread()
    {
        TestScript.Start(_server, "mine", script => script.AddTick(async () =>
        {
            Call("before");
            await BaseScript.Delay(1);
            Call("after");
            await BaseScript.Delay(60_000);
        }));

        Assert.True(_server.Server.TickUntil(() => _calls.Count == 2));
        Assert.Equal(["before main", "after main"], _calls);
        Assert.Empty(_server.Server.OffThreadCalls);
    }

    [Fact]
    public void OffThreadCallThrowsAndIsRecorded()
    {
        var script = TestScript.Start(_server, "mine");

        script.Run(_server, () =>
        {
            var thread = new Thread(() => Call("call"));
            thread.Start();
            thread.Join();
        });

        Assert.Equal("call trapped", Assert.Single(_calls));
        Assert.StartsWith("GetCurrentResourceName", Assert.Single(_server.Server.OffThreadCalls), StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Server.OffThreadCalls[0], OffThreadCallDetector.Calls);
    }

    [Fact]
    public void ScriptCodeHasNoSynchronizationContext()
    {
        var runners = SynchronizationContext.Current;
        var before = new SynchronizationContext();
        SynchronizationContext? seen = before;
        SynchronizationContext? after;
        SynchronizationContext.SetSynchronizationContext(before);
        try
        {
            TestScript.Start(_server, "mine", _ => seen = SynchronizationContext.Current);
        }
        finally
        {
            after = SynchronizationContext.Current;

            // The test runner would wait forever on a foreign context.
            SynchronizationContext.SetSynchronizationContext(runners);
        }

        Assert.Null(seen);
        Assert.Same(before, after);
    }

    private async Task AwaitDelayAsync()
    {
        await Task.Delay(1);
        Call("delay");
    }

    private async Task AwaitRunAsync()
    {
        await Task.Run(() => Thread.Sleep(1));
        Call("run");
    }

    private void Call(string when)
    {
        try
        {
            API.GetCurrentResourceName();
            _calls.Enqueue(when + " main");
        }
        catch (InvalidOperationException)
        {
            _calls.Enqueue(when + " trapped");
        }
    }
}
