using System;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// The built resource between the two stand-ins while everything goes wrong: asks, ticks, restarts, and keeps the books. All
/// on one thread, the server's main thread.
/// </summary>
internal sealed class FaultScenario : IDisposable
{
    // Enough waits for full batches, and not so much that one restart would cut off most of the run.
    private const int Backlog = 60;
    private const int LongestRequest = 8;

    // The CAD fails on one call for as long as it is asked: the run ends when that call expires.
    private const int MaxAgeMinutes = 10;

    // A circuit's longest wait is 60 s; nothing ends for longer than some of them only if something is lost.
    private static readonly TimeSpan ProgressTimeout = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan MaxTime = TimeSpan.FromHours(24);

    // A resource at rest does not come back to anything by itself.
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

    /// <param name="options">The seed of all choices.</param>
    /// <param name="settings">What config.json holds beside the account, from a comma on.</param>
    /// <param name="faultShare">Of the requests to the CAD.</param>
    /// <param name="overdueAnswers">How many answers come when nobody waits for them any more.</param>
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
        _rig.Cad.Faults.Choose(_monitor.Choose);
        _rig.Configure(more: $", \"maxAgeMinutes\": {MaxAgeMinutes}{settings}");
        Natives = new NativeFaultMix(_rig.Server, Recorder, _requesters, options.Seed + 6);

        // A second try that curl makes by itself would be one that the resource knows nothing of.
        _rig.Server.Http.ReuseConnections = false;

        // There and back takes some ticks: a restart shall find requests on their way.
        _rig.Transport.Latency = TimeSpan.FromMilliseconds(50);
        _resource = _rig.Server.StartResource(_rig.Folder);
    }

    public OutcomeRecorder Recorder { get; }

    public ResponseTampering Tampering { get; }

    public FaultGenerator FaultGenerator { get; }

    public NativeFaultMix Natives { get; }

    public IReadOnlyList<TrackedRequest> Requests => _requesters.Requests;

    /// <summary>When each request to remove calls arrived at the CAD.</summary>
    public IReadOnlyList<TimeSpan> Arrivals => [.. _rig.Cad.Requests.Select(request => request.At)];

    private TimeSpan SinceProgress => _rig.Time.Elapsed - _lastProgress;

    /// <summary>Asks for so many removals, restarts in the middle, and waits until all have ended.</summary>
    /// <param name="removals">How many.</param>
    /// <param name="restarts">When to restart.</param>
    /// <param name="isEnough">Whether all that should occur has; more removals are asked for until it has.</param>
    public void Run(int removals, RestartSchedule restarts, Func<bool> isEnough)
    {
        var start = _asked;
        var since = _rig.Time.Elapsed;
        while (_asked - start < removals || Recorder.Pending > 0 || !isEnough())
        {
            if (_rig.Time.Elapsed - since > MaxTime)
            {
                throw new TimeoutException($"{_options}: {_asked - start} removals took {MaxTime}, and not everything has occurred that should.");
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

    /// <summary>Ticks until the resource has nothing to do at all.</summary>
    public void WaitUntilIdle() => _rig.Await(IsIdle);

    /// <summary>All that the running resource holds on to.</summary>
    public int CountLiveObjects() => Faults.ObjectGraphCounter.Count(_resource);

    /// <summary>What is wrong with what everybody was told, and with what was done.</summary>
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
            // What came since the last tick is promised to nobody yet: the tick reads it back and puts it on the disk.
            _rig.Server.Tick();
            _rig.Server.Kvp.LoseUnflushedOnKill = restarts.LosesUnflushed && !Natives.IsFlushOverdue;
            _rig.Server.KillResource(ServerRig.ResourceName);
        }

        // Nothing is delivered between this and the end of the run above, so these are the requests that it left behind.
        restarts.MarkDone(_rig.Server.Http.InFlight);

        // A real server takes longer to start than a request takes to the CAD; only then is the new run's second one beside it.
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
                $"{_options}: {Recorder.Pending} removals do not end; the last one did {SinceProgress} ago. Lost are perhaps: {Recorder.PendingCalls()}");
        }
    }

    private bool IsIdle() => _rig.Server.TickHandlerCount(ServerRig.ResourceName) == 0 && _rig.Server.Http.InFlight == 0;
}
