using System.Collections.Generic;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Hosting;

/// <summary>What is known of the open calls.</summary>
internal sealed class OpenCallServices
{
    private readonly CoreServices _core;

    /// <param name="core">What it stands on.</param>
    /// <param name="delivery">Shares API v1's limit.</param>
    /// <param name="cache">The calls that are known; hears of outcomes.</param>
    public OpenCallServices(CoreServices core, DeliveryServices delivery, OpenCallCache cache)
    {
        _core = core;
        var clock = core.Ports.Clock;
        ListClient = new CallListClient(
            core.HttpClient, delivery.Limits, delivery.Endpoints, new CallListReader(core.Redactor), clock, CreateEndpoints());
        Service = new OpenCallService(cache, ListClient, core.Accounts, clock, core.Guard);
        Messages = new OpenCallMessages(delivery.Outbox, core.Settings, clock);
        Confirmations = new ClearAllConfirmations(clock);
    }

    public CallListClient ListClient { get; }

    public OpenCallService Service { get; }

    public OpenCallMessages Messages { get; }

    public ClearAllConfirmations Confirmations { get; }

    public void OnSettingsChanged() => ListClient.Reconfigure(CreateEndpoints());

    private IReadOnlyList<CallListEndpoint> CreateEndpoints() =>
        CallListEndpoint.CreateAll(_core.Settings.Current.Api, _core.Ports.Resource.Version, _core.Redactor);
}
