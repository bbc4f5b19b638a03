using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Calls;

/// <summary>Wires what knows the open calls.</summary>
internal sealed class CallsLine : ITickPart
{
    private readonly Foundation _base;
    private readonly CallBoard _board = new();
    private readonly LastClaims _claims;
    private CallListSource? _source;

    public CallsLine(Foundation foundation)
    {
        _base = foundation;
        _claims = new LastClaims(foundation.Clock);
    }

    /// <summary>Who has to hear of the ends of removals.</summary>
    public IOutcomeListener[] Listeners => new IOutcomeListener[] { _board, _claims };

    public bool IsBusy => _source is { IsBusy: true };

    public void Pump(TimeSpan now) => _source?.Pump(now);

    /// <summary>The subcommands, and the edge where the vendor's events arrive.</summary>
    public IReadOnlyList<ISubcommand> Build(DeliveryLine line, ClearDesk desk, out PushEventEdge events)
    {
        var dispatcher = line.Dispatcher;
        var source = new CallListSource(
            _base.Inquiries,
            line,
            BuildLists(),
            () => dispatcher.Generation,
            new CallListReader(_base.Secrets),
            _base.Clock);
        _source = source;
        _base.Settings.Changed += () => source.Use(BuildLists());
        var calls = new CallDesk(_board, source, _base.Accounts, _base.Clock, _base.Guard);
        events = new PushEventEdge(calls, dispatcher, desk, _base);

        var lines = new CallLines(dispatcher.IsPending, _base.Clock, desk.Command);
        var inquiry = new CallInquiry(calls, desk, lines);
        return new ISubcommand[]
        {
            new ListCommand(inquiry, lines),
            new LastCommand(inquiry, lines, _claims, dispatcher, desk),
            new AllCommand(inquiry, lines, new Confirmations(_board, _base.Clock), dispatcher, desk),
        };
    }

    private IReadOnlyList<ICallList> BuildLists() => CallLists.Of(_base.Settings.Current.Api, _base.Version, _base.Secrets);
}
