using System.Collections.Generic;
using FxServer;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Makes natives throw now and then, and swaps one in 300 strings on their way to the store. If a native throws, reports what
/// it would have delivered as delivered, because the resource has done its part.
/// </summary>
internal sealed class NativeFaultMix
{
    private const double DamagedShare = 1 / 300.0;
    private const string Flush = "FlushResourceKvp";

    private static readonly (string Native, int Every)[] Throwing =
    [
        ("SetResourceKvpNoSync", 37), ("DeleteResourceKvpNoSync", 41), ("GetResourceKvpString", 43), ("StartFindKvp", 3), ("FindKvp", 29),
        (Flush, 23), ("PerformHttpRequestInternalEx", 47), ("TriggerEvent", 53), ("TriggerClientEvent", 31),
    ];

    private readonly GameServer _server;
    private readonly OutcomeRecorder _recorder;
    private readonly RequesterSimulator _requesters;
    private int _syncsAtFailedFlush = -1;

    public NativeFaultMix(GameServer server, OutcomeRecorder recorder, RequesterSimulator requesters, int seed)
    {
        _server = server;
        _recorder = recorder;
        _requesters = requesters;
        foreach (var (native, every) in Throwing)
        {
            Thrown[native] = 0;
            server.NativeFaults.ThrowAtEvery(native, every);
        }

        server.NativeFaults.Throwing += OnThrowing;
        server.NativeFaults.DamageStrings(DamagedShare, seed);
    }

    /// <summary>How often each native threw.</summary>
    public Dictionary<string, int> Thrown { get; } = [];

    public int Damaged => _server.NativeFaults.Damaged;

    /// <summary>Whether the last flush failed: then a power loss would lose what the resource had no way to flush.</summary>
    public bool IsFlushOverdue => _server.Kvp.Syncs == _syncsAtFailedFlush;

    private void OnThrowing(string native, object?[] args)
    {
        Thrown[native]++;
        switch (native)
        {
            case Flush:
                _syncsAtFailedFlush = _server.Kvp.Syncs;
                break;
            case "TriggerEvent":
                _recorder.OnEventFailed((string)args[0]!, (object?[])args[1]!);
                break;
            case "TriggerClientEvent":
                _requesters.OnClientEventFailed((object?[])args[2]!);
                break;
            default:
                break;
        }
    }
}
