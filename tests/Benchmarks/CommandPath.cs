using System;
using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>
/// A command from the console to its handler's return: ours takes a new call on each time, with its write to the
/// key-value store, as in earnest. The tick that sends it is not part of the command.
/// </summary>
[MemoryDiagnoser]
public class CommandPath : IDisposable
{
    private string[] _empty = [];
    private string[] _clear = [];
    private BenchServer? _bench;
    private int _next;

    /// <summary>Lines of text are made before, since a server has them from the network.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _bench = new BenchServer("http://127.0.0.1:9", ", \"maxWaiting\": 10000");
        _bench.Server.Http.RefuseToSend = true;
        _empty = new string[Settings.CommandsAnIteration];
        _clear = new string[Settings.CommandsAnIteration];
        for (var i = 0; i < Settings.CommandsAnIteration; i++)
        {
            var id = (i + 1).ToString(CultureInfo.InvariantCulture);
            _empty[i] = $"{EmptyScript.Command} {id}";
            _clear[i] = $"clear911 {id}";
        }
    }

    [IterationSetup]
    public void StartAfresh()
    {
        _bench!.StartAfresh();
        _next = 0;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _bench?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void EmptyCommand() => _bench!.Server.ConsoleCommand(_empty[_next++]);

    [Benchmark]
    public void Clear911() => _bench!.Server.ConsoleCommand(_clear[_next++]);
}
