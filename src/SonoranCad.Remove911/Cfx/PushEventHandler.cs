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
    public const string IncomingName = "SonoranCAD::pushevents:IncomingCadCall";
    public const string RemovedName = "SonoranCAD::pushevents:CadCallRemoved";

    // A call has a handful of members; a table of thousands is none.
    private const int MostMembers = 64;

    private readonly OpenCallService _calls;
    private readonly OutboxDispatcher _dispatcher;
    private readonly RemovalService _desk;
    private readonly ITickSwitch _tick;
    private readonly ExceptionGuard _guard;
    private readonly SecretRedactor _secrets;
    private readonly IClock _clock;

    public PushEventHandler(OpenCallService calls, OutboxDispatcher dispatcher, RemovalService desk, ResourceHost foundation)
    {
        _calls = calls;
        _dispatcher = dispatcher;
        _desk = desk;
        _tick = foundation.Tick;
        _guard = foundation.Guard;
        _secrets = foundation.Secrets;
        _clock = foundation.Clock;
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
            if (IsLocal(source, IncomingName) && Read(call) is { } incoming)
            {
                _calls.OnCallOpened(incoming);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(IncomingName, e);
        }
    }

    /// <summary>A 911 call is gone from the CAD, whoever removed it: a removal of ours that is pending is done with it.</summary>
    public void OnRemoved([FromSource] string source, object callId)
    {
        try
        {
            if (!IsLocal(source, RemovedName) || !CallIdArgumentParser.TryReadOne(callId, out var id))
            {
                return;
            }

            _calls.OnCallClosed(id);
            if (_dispatcher.RemovedByCad(id))
            {
                _tick.On();
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(RemovedName, e);
        }
    }

    private bool IsLocal(string source, string name)
    {
        if (EventSource.IsServer(source))
        {
            return true;
        }

        _desk.LogSuspicious("source " + TextSanitizer.Clean(source, TextSanitizer.NameLength), new Phrase("log.forged_push").With("event", name));
        return false;
    }

    private OpenCall? Read(object? call)
    {
        if (call is not IDictionary<string, object> { Count: <= MostMembers } members)
        {
            return null;
        }

        object? callId = null, caller = null, location = null;
        foreach (var member in members)
        {
            callId = Is(member.Key, "callId") ? member.Value : callId;
            caller = Is(member.Key, "caller") ? member.Value : caller;
            location = Is(member.Key, "location") ? member.Value : location;
        }

        return CallIdArgumentParser.TryReadOne(callId, out var id)
            ? OpenCall.Pushed(id, OpenCallText.Of(caller, _secrets), OpenCallText.Of(location, _secrets), _clock.Elapsed)
            : null;
    }

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);
}
