namespace SonoranCad.Remove911.Hosting;

/// <summary>The list of open calls, and all that uses it.</summary>
internal sealed class OpenCallServices
{
    private readonly CoreServices _core;

    public OpenCallServices(CoreServices core, DeliveryServices delivery, OpenCallCache cache)
    {
        _core = core;
        var clock = core.Ports.Clock;
        Vendor = new VendorResource(core.Ports.ResourceStates, core.Ports.Exports, core.Ports.Convars);
        VendorCalls = new VendorCalls(Vendor, cache, core.Redactor, clock, core.Log) { Budget = core.Budget };
        ListClient = new CallListClient(core.HttpClient, delivery.Limits, delivery.Endpoints, core.Redactor, clock, CreateEndpoints())
        {
            Budget = core.Budget,
            Vendor = Vendor,
        };
        Service = new OpenCallService(cache, ListClient, VendorCalls, core.Accounts, clock, core.Guard);
        Messages = new OpenCallMessages(delivery.Removals, core.Settings, clock);
        Confirmations = new ClearAllConfirmations(core.Accounts, clock);
        StaleCalls = new StaleCallRemover(delivery.Removals, delivery.Outbox, delivery.Policy, core.Settings, clock, core.Log);
        Schedule = new ScheduledClearing(Service, StaleCalls, delivery.Policy, core.Settings, core.Log);
    }

    public VendorResource Vendor { get; }
    public CallListClient ListClient { get; }
    public VendorCalls VendorCalls { get; }
    public OpenCallService Service { get; }
    public OpenCallMessages Messages { get; }
    public ClearAllConfirmations Confirmations { get; }
    public StaleCallRemover StaleCalls { get; }
    public ScheduledClearing Schedule { get; }

    public void OnSettingsChanged()
    {
        ListClient.Reconfigure(CreateEndpoints());
        Schedule.OnSettingsChanged();
    }

    private IReadOnlyList<CallListEndpoint> CreateEndpoints() =>
        CallListEndpoint.CreateAll(_core.Settings.Current.Api, _core.Ports.Resource.Version, _core.Redactor);
}
