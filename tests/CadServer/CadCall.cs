using System;
using System.Collections.Generic;
using System.Threading;

namespace CadServer;

/// <summary>A 911 call in the stand-in CAD. The object is live: its counter increases as requests come in.</summary>
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

    /// <summary>The call id, unique among the open calls of its server.</summary>
    public int CallId { get; }

    public int ServerId { get; }

    public string Caller { get; }

    public string Location { get; }

    public string Description { get; }

    /// <summary>False for a civil call, which is in the same list.</summary>
    public bool IsEmergency { get; set; } = true;

    /// <summary>The <c>metaData</c> in the lists.</summary>
    public IReadOnlyDictionary<string, string> MetaData { get; set; } = new Dictionary<string, string>();

    /// <summary>When the call was opened or last changed, in whole seconds. Only v2's list has it.</summary>
    public DateTimeOffset Updated
    {
        get
        {
            // A DateTimeOffset is not written atomically: without the lock, a request could read half of a new value.
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
    /// How many valid requests asked to clear this call, before and after it was cleared. More than one means that a client
    /// repeated the removal.
    /// </summary>
    public int RequestCount => Volatile.Read(ref _timesAsked);

    internal void CountRequest() => Interlocked.Increment(ref _timesAsked);

    public override string ToString() => $"call {CallId} on server {ServerId}, asked {RequestCount}x";
}
