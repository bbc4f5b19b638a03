using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Handles the push events of the vendor's resource. A client can fire them with any arguments, so only an empty source counts.</summary>
internal sealed class PushEventHandler(
    OpenCallService openCalls, OutboxDispatcher dispatcher, AccountProvider accounts, RequestGuard requestGuard, SecretRedactor redactor, IClock clock)
{
    public const string IncomingEvent = "SonoranCAD::pushevents:IncomingCadCall";
    public const string RemovedEvent = "SonoranCAD::pushevents:CadCallRemoved";

    // A call has a handful of members. A table of thousands is not a call.
    private const int MaxMembers = 64;

    /// <summary>Handles a new 911 call: a table with callId, caller, location and description.</summary>
    public void OnIncoming(string source, object? call)
    {
        if (IsFromServer(source, IncomingEvent) && Read(call) is { } incoming)
        {
            openCalls.OnCallOpened(incoming);
        }
    }

    public void OnRemoved(string source, object? callId)
    {
        if (IsFromServer(source, RemovedEvent) && CallIdArgumentParser.TryParseOne(callId, out var id))
        {
            openCalls.OnCallClosed(id);
            if (accounts.Target is { } target)
            {
                dispatcher.OnRemovedByCad(id, target);
            }
        }
    }

    private static bool IsNamed(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);

    private bool IsFromServer(string source, string eventName)
    {
        if (EventSource.IsServer(source))
        {
            return true;
        }

        requestGuard.LogForgedEvent(source, new Phrase("log.forged_push").With("event", eventName));
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
            ? OpenCall.FromEvent(id, OpenCallText.Clean(caller, redactor), OpenCallText.Clean(location, redactor), clock.Elapsed)
            : null;
    }
}
