using System;
using System.Collections.Generic;
using System.Threading;

namespace CadServer;

/// <summary>One 911 call on the stand-in's board. The object is live: its counter moves as requests come in.</summary>
public sealed class CadCall
{
    private readonly Lock _gate = new();
    private int _timesAsked;
    private DateTimeOffset _updated;

    internal CadCall(int callId, int serverId, string caller, string location, string description, DateTimeOffset updated)
    {
        CallId = callId;
        ServerId = serverId;
        Caller = caller;
        Location = location;
        Description = description;
        _updated = updated;
    }

    /// <summary>The call's number, unique among the open calls of its server.</summary>
    public int CallId { get; }

    public int ServerId { get; }

    public string Caller { get; }

    public string Location { get; }

    public string Description { get; }

    /// <summary>False for a civil call, which stands in the same list.</summary>
    public bool IsEmergency { get; set; } = true;

    /// <summary>What the lists show as <c>metaData</c>.</summary>
    public IReadOnlyDictionary<string, string> MetaData { get; set; } = new Dictionary<string, string>();

    /// <summary>When the call was opened or last changed, to the second; only v2's list shows it.</summary>
    public DateTimeOffset Updated
    {
        get
        {
            // Wider than what is written at once: a request must not read half of a new time.
            lock (_gate)
            {
                return _updated;
            }
        }

        set
        {
            lock (_gate)
            {
                _updated = value;
            }
        }
    }

    /// <summary>
    /// How often a request that passed every check named this call for clearing, before and after it was cleared.
    /// More than one means that a client sent a removal again.
    /// </summary>
    public int RequestCount => Volatile.Read(ref _timesAsked);

    internal void CountRequest() => Interlocked.Increment(ref _timesAsked);

    public override string ToString() => $"call {CallId} on server {ServerId}, asked {RequestCount}x";
}
