using System;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>A server tick with the resource idle, and with 1,000 removals pending of which none is due.</summary>
[MemoryDiagnoser]
public class TickBenchmarks : IDisposable
{
    private BenchServer? _none;
    private BenchServer? _empty;
    private BenchServer? _idle;
    private BenchServer? _pending;

    [GlobalSetup]
    public void Setup()
    {
        _none = new BenchServer("http://127.0.0.1:9", string.Empty);
        _none.Server.StopResource(BenchServer.ResourceName);
        _idle = new BenchServer("http://127.0.0.1:9", string.Empty);
        _empty = new BenchServer("http://127.0.0.1:9", string.Empty);
        _empty.Server.ConsoleCommand(EmptyScript.TickCommand);

        // The first request's response is held back and the other 950 wait for it, so nothing is due for ten seconds.
        _pending = new BenchServer("http://127.0.0.1:9", ", \"maxWaiting\": 1000");
        _pending.Server.Http.HoldResponses(true);
        for (var i = 0; i < 20; i++)
        {
            _pending.Server.ConsoleCommand("clear911 " + string.Join(' ', Enumerable.Range((i * 50) + 1, 50)));
        }

        for (var i = 0; i < 10; i++)
        {
            _pending.Server.Tick();
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _none?.Dispose();
        _idle?.Dispose();
        _empty?.Dispose();
        _pending?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void WithoutTheResource() => _none!.Server.Tick();

    [Benchmark]
    public void ResourceIdle() => _idle!.Server.Tick();

    [Benchmark]
    public void EmptyTickHandler() => _empty!.Server.Tick();

    [Benchmark]
    public void ThousandPending() => _pending!.Server.Tick();
}
