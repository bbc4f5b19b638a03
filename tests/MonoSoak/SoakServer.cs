using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Benchmarks;
using CitizenFX.Core;
using FxServer;
using SonoranCad.Remove911;
using SonoranCad.Remove911.Tests.Faults;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace MonoSoak;

/// <summary>The built resource between both stand-ins, with each of its ticks timed.</summary>
internal sealed class SoakServer : IScriptFactory, IDisposable
{
    // The goal is 5 ms. The machine may be busy, and most of the garbage is the stand-ins'.
    private const double MostMilliseconds = 20;

    private readonly RunningClock _clock;
    private readonly Random _random = new(911);
    private readonly FxResource _resource;

    /// <param name="settings">More settings for config.json, from a comma on.</param>
    public SoakServer(string settings)
    {
        _clock = new RunningClock(Rig.Time);
        Rig.Configure(more: settings);
        Server.ScriptFactory = this;
        _resource = Server.StartResource(Rig.Folder);
    }

    public ServerRig Rig { get; } = new();

    public GameServer Server => Rig.Server;

    public MainThreadTime LargestTick { get; private set; }

    public bool IsIdle => Server.TickHandlerCount(ServerRig.ResourceName) == 0 && Server.Http.InFlight == 0;

    public Assembly Load(string path) => File.ReadAllBytes(path).SequenceEqual(File.ReadAllBytes(typeof(Remove911Script).Assembly.Location))
        ? typeof(Remove911Script).Assembly
        : throw new InvalidOperationException($"{path} is not the DLL that this program was built with.");

    public BaseScript Create(Type type) => new Remove911Script(_clock, _random.NextDouble);

    public void Tick()
    {
        Server.DeliverResponses();
        var before = MainThreadTime.Now();
        _clock.BeginTick();
        Server.Tick();
        LargestTick = LargestTick.Max(MainThreadTime.Now().Since(before));
        Rig.Time.PassTick();
        _clock.EndTick();
    }

    /// <summary>Ticks until nothing is left to do.</summary>
    public void TickUntilIdle(TimeSpan most)
    {
        var end = Rig.Time.Elapsed + most;
        while (!IsIdle)
        {
            Assert.True(Rig.Time.Elapsed < end, $"Not idle after {most}.");
            Tick();
        }
    }

    /// <summary>Drops what the stand-ins have recorded, then counts what the resource holds and what the process holds.</summary>
    public (int Objects, long Bytes) Measure()
    {
        Server.Console.Clear();
        Server.Http.ClearRequests();
        Rig.Cad.ClearRequests();
        return (ObjectGraphCounter.Count(_resource), GC.GetTotalMemory(forceFullCollection: true));
    }

    public void ReportLargestTick() =>
        Console.WriteLine(FormattableString.Invariant($"  The largest tick computed for {LargestTick.CpuMilliseconds:F2} ms, first compilation and garbage collections included."));

    public void CheckLargestTick() => Assert.InRange(LargestTick.CpuMilliseconds, 0, MostMilliseconds);

    public void Dispose() => Rig.Dispose();
}
