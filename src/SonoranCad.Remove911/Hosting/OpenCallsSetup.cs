using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Hosting;

/// <summary>Wires what knows the open calls.</summary>
internal sealed class OpenCallsSetup : ITickable
{
    private readonly ResourceHost _host;
    private readonly OpenCallCache _cache = new();
    private readonly NewestCallRequests _newestCallRequests;
    private CallListClient? _listClient;

    public OpenCallsSetup(ResourceHost host)
    {
        _host = host;
        _newestCallRequests = new NewestCallRequests(host.Clock);
    }

    /// <summary>Who has to hear of the ends of removals.</summary>
    public IOutcomeListener[] Listeners => new IOutcomeListener[] { _cache, _newestCallRequests };

    public bool NeedsTick => _listClient is { NeedsTick: true };

    public void Tick(TimeSpan now) => _listClient?.Tick(now);

    /// <summary>The subcommands, and the edge where the vendor's events arrive.</summary>
    public IReadOnlyList<ISubcommand> Build(DeliveryPipeline pipeline, RemovalService removals, out PushEventHandler events)
    {
        var dispatcher = pipeline.Dispatcher;
        var listClient = new CallListClient(
            _host.HttpClient,
            pipeline,
            CreateListEndpoints(),
            () => dispatcher.ApiVersion,
            new CallListReader(_host.Secrets),
            _host.Clock);
        _listClient = listClient;
        _host.Settings.Changed += () => listClient.Reconfigure(CreateListEndpoints());
        var calls = new OpenCallService(_cache, listClient, _host.Accounts, _host.Clock, _host.Guard);
        events = new PushEventHandler(calls, dispatcher, removals, _host);

        var messages = new OpenCallMessages(dispatcher.IsPending, _host.Clock, removals.Command);
        var query = new OpenCallQuery(calls, removals, messages);
        return new ISubcommand[]
        {
            new ListCommand(query, messages),
            new LastCommand(query, messages, _newestCallRequests, dispatcher, removals),
            new AllCommand(query, messages, new ClearAllConfirmations(_cache, _host.Clock), dispatcher, removals),
        };
    }

    private IReadOnlyList<ICallListEndpoint> CreateListEndpoints() => CallListEndpoints.Create(_host.Settings.Current.Api, _host.Version, _host.Secrets);
}
