using System;
using System.Collections.Generic;
using CitizenFX.Core;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>
/// Hears the push events of the vendor's resource. A client can fire them with any arguments: only an empty source counts,
/// and of the arguments only what has the right shape.
/// </summary>
internal sealed class PushEventHandler
{
    public const string IncomingEvent = "SonoranCAD::pushevents:IncomingCadCall";
    public const string RemovedEvent = "SonoranCAD::pushevents:CadCallRemoved";

    // A call has a handful of members; a table of thousands is none.
    private const int MaxMembers = 64;

    private readonly OpenCallService _calls;
    private readonly OutboxDispatcher _dispatcher;
    private readonly RemovalService _removals;
    private readonly ITickSwitch _tick;
    private readonly ExceptionGuard _guard;
    private readonly SecretRedactor _secrets;
    private readonly IClock _clock;

    public PushEventHandler(OpenCallService calls, OutboxDispatcher dispatcher, RemovalService removals, ResourceHost host)
    {
        _calls = calls;
        _dispatcher = dispatcher;
        _removals = removals;
        _tick = host.Tick;
        _guard = host.Guard;
        _secrets = host.Secrets;
        _clock = host.Clock;
    }

    /// <summary>A 911 call came in at the CAD.</summary>
    /// <param name="source">Who fired it, told by the server.</param>
    /// <param name="call">A table with callId, caller, location and description.</param>
    /// <param name="metaData">What integrators put there; not used.</param>
    /// <param name="identifiers">The caller's; not used.</param>
    public void OnIncoming([FromSource] string source, object call, object metaData, object identifiers)
    {
        try
        {
            if (IsFromServer(source, IncomingEvent) && Read(call) is { } incoming)
            {
                _calls.OnCallOpened(incoming);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(IncomingEvent, e);
        }
    }

    /// <summary>A 911 call is gone from the CAD, whoever removed it: a removal of ours that is pending is done with it.</summary>
    public void OnRemoved([FromSource] string source, object callId)
    {
        try
        {
            if (!IsFromServer(source, RemovedEvent) || !CallIdArgumentParser.TryParseOne(callId, out var id))
            {
                return;
            }

            _calls.OnCallClosed(id);
            if (_dispatcher.OnRemovedByCad(id))
            {
                _tick.On();
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(RemovedEvent, e);
        }
    }

    private bool IsFromServer(string source, string name)
    {
        if (EventSource.IsServer(source))
        {
            return true;
        }

        _removals.LogSuspicious("source " + TextSanitizer.Clean(source, TextSanitizer.MaxNameLength), new Phrase("log.forged_push").With("event", name));
        return false;
    }

    private OpenCall? Read(object? call)
    {
        if (call is not IDictionary<string, object> { Count: <= MaxMembers } members)
        {
            return null;
        }

        object? callId = null, caller = null, location = null;
        foreach (var member in members)
        {
            callId = IsNamed(member.Key, "callId") ? member.Value : callId;
            caller = IsNamed(member.Key, "caller") ? member.Value : caller;
            location = IsNamed(member.Key, "location") ? member.Value : location;
        }

        return CallIdArgumentParser.TryParseOne(callId, out var id)
            ? OpenCall.FromEvent(id, OpenCallText.Clean(caller, _secrets), OpenCallText.Clean(location, _secrets), _clock.Elapsed)
            : null;
    }

    private static bool IsNamed(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);
}
