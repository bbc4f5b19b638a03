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
    private readonly ResourceHost _base;
    private readonly OpenCallCache _board = new();
    private readonly NewestCallRequests _claims;
    private CallListClient? _source;

    public OpenCallsSetup(ResourceHost foundation)
    {
        _base = foundation;
        _claims = new NewestCallRequests(foundation.Clock);
    }

    /// <summary>Who has to hear of the ends of removals.</summary>
    public IOutcomeListener[] Listeners => new IOutcomeListener[] { _board, _claims };

    public bool NeedsTick => _source is { NeedsTick: true };

    public void Tick(TimeSpan now) => _source?.Tick(now);

    /// <summary>The subcommands, and the edge where the vendor's events arrive.</summary>
    public IReadOnlyList<ISubcommand> Build(DeliveryPipeline line, RemovalService desk, out PushEventHandler events)
    {
        var dispatcher = line.Dispatcher;
        var source = new CallListClient(
            _base.Inquiries,
            line,
            BuildLists(),
            () => dispatcher.Generation,
            new CallListReader(_base.Secrets),
            _base.Clock);
        _source = source;
        _base.Settings.Changed += () => source.Reconfigure(BuildLists());
        var calls = new OpenCallService(_board, source, _base.Accounts, _base.Clock, _base.Guard);
        events = new PushEventHandler(calls, dispatcher, desk, _base);

        var lines = new OpenCallMessages(dispatcher.IsPending, _base.Clock, desk.Command);
        var inquiry = new OpenCallQuery(calls, desk, lines);
        return new ISubcommand[]
        {
            new ListCommand(inquiry, lines),
            new LastCommand(inquiry, lines, _claims, dispatcher, desk),
            new AllCommand(inquiry, lines, new ClearAllConfirmations(_board, _base.Clock), dispatcher, desk),
        };
    }

    private IReadOnlyList<ICallListEndpoint> BuildLists() => CallListEndpoints.Of(_base.Settings.Current.Api, _base.Version, _base.Secrets);
}
