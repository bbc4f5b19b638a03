namespace SonoranCad.Remove911.Delivery;

/// <summary>Raises the local events that tell other resources each call's outcome.</summary>
internal sealed class OutcomeEvents(ILocalEvents events, Localizer localizer)
{
    public const string ClearedEvent = "sonorancad-remove911:cleared";
    public const string FailedEvent = "sonorancad-remove911:failed";

    public void Raise(int callId, RemovalError? error, Requester requester)
    {
        if (error is null)
            events.Raise(ClearedEvent, callId, requester.ToDictionary());
        else
            events.Raise(FailedEvent, callId, error.Code, localizer.Format(error.Message), requester.ToDictionary());
    }
}
