namespace SonoranCad.Remove911.Cfx;

/// <summary>Handles the start and stop of resources, including this one. A client can fire them too, so only an empty source counts.</summary>
internal sealed class ResourceEventHandler(
    NotificationResources resources, AccountWatcher accountWatcher, VendorCalls vendorCalls, OpenCallService openCalls, string ownName, Action onOwnStop)
{
    public const string StartEvent = "onResourceStart";
    public const string StopEvent = "onResourceStop";

    public void OnStart(string source, object? resource)
    {
        if (EventSource.IsServer(source) && resource is string name)
        {
            resources.OnStarting(name);
            accountWatcher.OnStarting(name);
            vendorCalls.OnStarting(name);
        }
    }

    public void OnStop(string source, object? resource)
    {
        if (!EventSource.IsServer(source) || resource is not string name)
            return;

        resources.OnStopping(name);
        if (name == VendorResource.Name)
            openCalls.OnVendorStopping();

        if (name == ownName)
            onOwnStop();
    }
}
