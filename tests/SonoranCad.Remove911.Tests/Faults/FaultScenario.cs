using System;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Runs the built resource between the two stand-ins while everything goes wrong: submits removals, ticks and restarts, and
/// checks the outcomes. All on one thread, the server's main thread.
/// </summary>
internal sealed class FaultScenario : IDisposable
{
    /// <summary>The requests a minute that the CAD of this run allows over v2, and the settings too: enough for a short test.</summary>
    public const int V2RequestsPerMinute = 240;

    // Enough pending removals for full batches, but few enough that a restart doesn't interrupt most of the run.
    private const int Backlog = 60;
    private const int LongestRequest = 8;

    // The CAD always fails on one call, so the run ends when that call expires.
    private const int MaxAgeMinutes = 10;

    // A removal may wait a minute for its share of the limit, 10 s for a response that is lost with all others of that minute,
    // another minute for the next share, and 60 s for an open circuit. If nothing completes for longer, a removal is lost.
    private static readonly TimeSpan ProgressTimeout = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan MaxTime = TimeSpan.FromHours(24);

    // An idle resource doesn't resume on its own.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(5);

    private readonly ServerRig _rig;
    private readonly FaultOptions _options;
    private readonly Random _random;
    private readonly RequesterSimulator _requesters;
    private readonly CadRequestMonitor _monitor;
    private FxResource _resource;
    private int _asked;
    private int _pendingBefore;
    private TimeSpan _lastProgress;

    /// <param name="options">Its seed determines all random choices.</param>
    /// <param name="settings">More settings for config.json, from a comma on.</param>
    /// <param name="faultShare">The share of requests to the CAD that get a fault.</param>
    /// <param name="overdueAnswers">How many responses arrive after their timeout.</param>
    public FaultScenario(FaultOptions options, string settings, double faultShare, int overdueAnswers)
    {
        _options = options;
        _rig = new ServerRig(seed: options.Seed + 5);
        _random = new Random(options.Seed);
        Recorder = new OutcomeRecorder(_rig.Server.AddResource("audit"));
        _requesters = new RequesterSimulator(_rig, Recorder, options.Seed + 1);
        Tampering = new ResponseTampering(_rig, _requesters.Players, options, overdueAnswers);
        FaultGenerator = new FaultGenerator(options.Seed + 3, faultShare);
        _monitor = new CadRequestMonitor(FaultGenerator);
        _rig.Cad.Limits.V2 = V2RequestsPerMinute;
        _rig.Cad.Faults.Choose(_monitor.Choose);
        _rig.Configure(more: $", \"maxAgeMinutes\": {MaxAgeMinutes}{settings}");
        Natives = new NativeFaultMix(_rig.Server, Recorder, _requesters, options.Seed + 6);

        // Otherwise curl may silently resend a request, which the resource knows nothing about.
        _rig.Server.Http.ReuseConnections = false;

        // A round trip takes several ticks, so that a restart finds requests in flight.
        _rig.Transport.Latency = TimeSpan.FromMilliseconds(50);
        _resource = _rig.Server.StartResource(_rig.Folder);
    }

    public OutcomeRecorder Recorder { get; }

    public ResponseTampering Tampering { get; }

    public FaultGenerator FaultGenerator { get; }

    public NativeFaultMix Natives { get; }

    public IReadOnlyList<TrackedRequest> Requests => _requesters.Requests;

    /// <summary>When each removal request arrived at the CAD.</summary>
    public IReadOnlyList<TimeSpan> Arrivals => [.. _rig.Cad.Requests.Select(request => request.At)];

    private TimeSpan SinceProgress => _rig.Time.Elapsed - _lastProgress;

    /// <summary>Submits removals, restarts in between, and runs until all have completed.</summary>
    /// <param name="removals">How many to submit.</param>
    /// <param name="restarts">When to restart.</param>
    /// <param name="isEnough">Whether every intended fault has occurred; until then, more removals are submitted.</param>
    public void Run(int removals, RestartSchedule restarts, Func<bool> isEnough)
    {
        var start = _asked;
        var since = _rig.Time.Elapsed;
        while (_asked - start < removals || Recorder.Pending > 0 || !isEnough())
        {
            if (_rig.Time.Elapsed - since > MaxTime)
            {
                throw new TimeoutException($"{_options}: {_asked - start} removals took {MaxTime} without every intended fault.");
            }

            var isShort = _asked - start < removals || !isEnough();
            if (isShort && Recorder.PendingWithoutPoison < Backlog && _random.Next(3) > 0)
            {
                SubmitNext();
            }

            if (restarts.IsDue(_asked - start, _rig.Server.Http.InFlight))
            {
                Restart(restarts);
            }

            Tampering.Step();
            Tick();
        }
    }

    /// <summary>Ticks until the resource has nothing left to do.</summary>
    public void WaitUntilIdle() => _rig.Await(() =>
    {
        // The call that always fails may expire while its response is held back.
        Tampering.Release();
        return IsIdle();
    });

    /// <summary>Counts the objects that the running resource references.</summary>
    public int CountLiveObjects() => Faults.ObjectGraphCounter.Count(_resource);

    /// <summary>All errors in what requesters were told and in what was done.</summary>
    public IReadOnlyList<string> FindErrors()
    {
        var cleared = _rig.Cad.ClearedCalls(_rig.Community).Select(call => call.CallId).ToHashSet();
        return
        [
            .. Recorder.FindErrors(cleared),
            .. Requests.SelectMany(request => request.FindErrors(Recorder)),
            .. _monitor.Overlaps,
            .. _rig.Server.OffThreadCalls.Select(call => "Off the main thread: " + call),
        ];
    }

    public void Dispose() => _rig.Dispose();

    private void SubmitNext()
    {
        var calls = Enumerable.Range(_asked + 1, _random.Next(1, LongestRequest + 1)).ToArray();
        _asked += calls.Length;
        _rig.Open(calls);
        _requesters.Submit(calls);
    }

    private void Restart(RestartSchedule restarts)
    {
        if (!restarts.IsKill)
        {
            _rig.Server.StopResource(ServerRig.ResourceName);
        }
        else
        {
            // A request accepted since the last tick may be unflushed: the tick verifies it and flushes.
            _rig.Server.Tick();
            _rig.Server.Kvp.LoseUnflushedOnKill = restarts.LosesUnflushed && !Natives.IsFlushOverdue;
            _rig.Server.KillResource(ServerRig.ResourceName);
        }

        // Nothing is delivered between the end of the run above and here, so these are the requests that it left in flight.
        restarts.MarkDone(_rig.Server.Http.InFlight);

        // Give those requests time to reach the CAD, as a real server's slower start does. Otherwise they would arrive together
        // with the new run's.
        _rig.Time.Pass(_rig.Transport.Latency);
        Recorder.Run++;
        _monitor.Run++;
        Tampering.OnRestarted();
        _resource = _rig.Server.StartResource(_rig.Folder);
    }

    private void Tick()
    {
        _rig.Server.Tick();
        _rig.Time.PassTick();
        if (Recorder.Pending != _pendingBefore)
        {
            _pendingBefore = Recorder.Pending;
            _lastProgress = _rig.Time.Elapsed;
        }
        else if (Recorder.PendingWithoutPoison > 0 && SinceProgress > (IsIdle() ? IdleTimeout : ProgressTimeout))
        {
            throw new TimeoutException(
                $"{_options}: {Recorder.Pending} removals are stuck; the last one completed {SinceProgress} ago. Possibly lost: {Recorder.PendingCalls()}");
        }
    }

    private bool IsIdle() => _rig.Server.TickHandlerCount(ServerRig.ResourceName) == 0 && _rig.Server.Http.InFlight == 0;
}
