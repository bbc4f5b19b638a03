namespace SonoranCad.Remove911.Cfx;

/// <summary>
/// Decides which push events count. A client can fire them with any arguments, so only an empty source does; and in another
/// community or on another server, the same number is another call.
/// </summary>
internal sealed class PushEventFilter(VendorResource vendor, AccountProvider accounts, RequestGuard requestGuard)
{
    public bool Accepts(string source, string eventName)
    {
        if (EventSource.IsServer(source))
            return accounts.Target is not { } target || !vendor.IsForAnother(target);

        requestGuard.LogForgedEvent(source, new Phrase("log.forged_push").With("event", eventName));
        return false;
    }
}
