namespace SonoranCad.Remove911.Cfx;

/// <summary>Handles the push events of the vendor's resource.</summary>
internal sealed class PushEventHandler(
    OpenCallService openCalls, OutboxDispatcher dispatcher, AccountProvider accounts, PushEventFilter filter, SecretRedactor redactor, IClock clock)
{
    public const string IncomingEvent = "SonoranCAD::pushevents:IncomingCadCall";
    public const string RemovedEvent = "SonoranCAD::pushevents:CadCallRemoved";
    public const string CacheUpdatedEvent = "SonoranCAD::pushevents:EmergencyCacheUpdated";

    /// <summary>Handles a new 911 call: a table with callId, caller, location and description.</summary>
    public void OnIncoming(string source, object? call)
    {
        if (filter.Accepts(source, IncomingEvent) && CallMembers.FromTable(call)?.ToCall(clock.Elapsed, clock.UtcNow) is { } incoming)
            openCalls.OnCallOpened(incoming.OpenedNow(clock.Elapsed).WithCleanTexts(redactor));
    }

    public void OnRemoved(string source, object? callId)
    {
        if (filter.Accepts(source, RemovedEvent) && CallIdArgumentParser.TryParseOne(callId, out var id))
        {
            openCalls.OnCallClosed(id);
            if (accounts.Target is { } target)
                dispatcher.OnRemovedByCad(id, target);
        }
    }

    /// <summary>Handles a change of the calls that the vendor's export returns.</summary>
    public void OnCacheUpdated(string source)
    {
        if (filter.Accepts(source, CacheUpdatedEvent))
            openCalls.OnVendorCallsChanged();
    }
}
