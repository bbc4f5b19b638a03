using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>
/// Keeps track, from outside alone, of what was accepted, what is in flight and what the CAD has said, and throws as soon as
/// the delivery breaks a promise.
/// </summary>
internal sealed class DeliveryPromises(DeliveryRig rig)
{
    private readonly HashSet<int> _pending = [];
    private readonly HashSet<int> _onDisk = [];
    private readonly HashSet<int> _inDoubt = [];
    private readonly HashSet<int> _removedByCad = [];
    private readonly List<PendingRequest> _requests = [];
    private readonly List<FakeReply> _answered = [];
    private readonly List<TrackedRequest> _inFlight = [];
    private readonly Dictionary<string, List<TimeSpan>> _sentAt = new() { ["POST"] = [], ["DELETE"] = [] };
    private readonly OutcomeRules _rules = new();
    private int _eventsSeen = rig.Events.Count;
    private int _sendsSeen;
    private int? _lastEnded;

    public bool IsDone => _pending.Count == 0 && _inFlight.Count == 0;


    public IReadOnlyList<int> AwaitingResponse => [.. _inFlight.Where(request => request.Response is null).Select(request => request.Index)];

    /// <summary>How long until the oldest request in flight is overdue; null if none is in flight.</summary>
    public TimeSpan? TimeoutIn => _inFlight.Count == 0 ? null : _inFlight[0].SentAt + CallbackHttpClient.ResponseTimeout - rig.Clock.Elapsed;

    public bool IsPending(int call) => _pending.Contains(call);

    public void Submit(Requester requester, int[] calls)
    {
        var reply = new FakeReply();
        if (rig.Delivery.Removals.Submit(requester, calls, reply))
        {
            _pending.UnionWith(calls);
            _requests.Add(new PendingRequest(calls, reply));
            return;
        }

        Promise.Check(_rules.IsAccountRefused, "A request was refused, and the account works.");
        Promise.Check(reply.Reports.Count == 1, "A refused request did not get exactly one reply.");
        _eventsSeen = rig.Events.Count;
    }

    public void Respond(int index, CadResponse response)
    {
        var request = _inFlight.Single(request => request.Index == index);
        var (status, text) = CadResponses.ToHttp(response, request.IsV1);
        Promise.Check(rig.Respond(index, status, text), $"The response to request {index + 1} was ignored.");
        request.Response = response;
    }

    /// <summary>A success comes for the request that ended last, and must be ignored; false if none has ended.</summary>
    public bool RespondLate()
    {
        Promise.Check(_lastEnded is null || !rig.Respond(_lastEnded.Value, 200, "{}"), $"A response to request {_lastEnded + 1}, which is over, was accepted.");
        return _lastEnded is not null;
    }

    public void RemoveByCad(int call)
    {
        rig.RemoveByCad(call);
        _removedByCad.Add(call);
    }

    /// <summary>Notes which requests the tick will find ended.</summary>
    public void BeforeTick()
    {
        foreach (var request in _inFlight)
        {
            request.IsTimedOut = request.Response is null && rig.Clock.Elapsed - request.SentAt >= CallbackHttpClient.ResponseTimeout;
        }
    }

    public void AfterTick(IReadOnlyDictionary<string, string> disk)
    {
        var ended = _inFlight.Where(request => request.IsEnded).ToList();
        _inFlight.RemoveAll(request => request.IsEnded);
        var outcomes = TakeOutcomes();
        _rules.Check(ended, outcomes, _inDoubt, _removedByCad);
        CheckCompleted(outcomes, ended);
        NoteDoubt(ended);
        CheckSent();
        foreach (var call in _removedByCad)
        {
            Promise.Check(!_pending.Contains(call) || IsInFlight(call), $"Call {call} is gone from the CAD, and waits.");
        }

        var stored = _pending.Select(call => $"outbox:{call}").Order(StringComparer.Ordinal).ToList();
        Promise.Check(stored.SequenceEqual(rig.Store.Keys("outbox:")), "The store does not hold what is pending.");
        Promise.Check(stored.SequenceEqual(disk.Keys.Where(key => key.StartsWith("outbox:", StringComparison.Ordinal)).Order(StringComparer.Ordinal)), "The disk does not hold what is pending.");
        _onDisk.Clear();
        _onDisk.UnionWith(_pending);
    }

    public void BeforeRestart(ChoiceKind kind)
    {
        Promise.Check(rig.Events.Count == _eventsSeen, "An outcome was raised by the stop.");
        _requests.ForEach(request => request.CheckKept(isTold: kind == ChoiceKind.Stop));
        _inDoubt.UnionWith(_inFlight.SelectMany(request => request.Calls));
        if (kind == ChoiceKind.LosePower)
        {
            // What came since the last tick is promised to nobody yet.
            _pending.IntersectWith(_onDisk);
            _inDoubt.IntersectWith(_onDisk);
        }
    }

    public void AfterRestart()
    {
        _requests.Clear();
        _answered.Clear();
        _inFlight.Clear();
        _removedByCad.Clear();
        _rules.OnRestarted();
        _sendsSeen = 0;
        _lastEnded = null;
        Promise.Check(_pending.SetEquals(rig.Delivery.Outbox.GetAll().Select(entry => entry.CallId)), "The restart lost a removal, or made one up.");
    }

    public void AddTo(StateHash hash)
    {
        hash.Add((_pending.Order().ToList(), _onDisk.Order().ToList(), _inDoubt.Order().ToList(), _removedByCad.Order().ToList()));
        hash.Add(_requests.Select(request => (request.Left.Order().ToList(), request.Calls.ToList())).ToList());
        hash.Add(_inFlight.Select(request => ((int?)request.Response ?? -1, request.Calls.ToList(), request.SentAt)).ToList());
        hash.Add(_sentAt.Values.Select(times => times.TakeLast(2).ToList()).ToList());
        hash.Add((_rules.IsAccountRefused, _lastEnded is null));
    }

    private bool IsInFlight(int call) => _inFlight.Exists(request => request.Calls.Contains(call));

    private Dictionary<int, string?> TakeOutcomes()
    {
        var outcomes = new Dictionary<int, string?>();
        for (; _eventsSeen < rig.Events.Count; _eventsSeen++)
        {
            var (call, code, _) = rig.Events[_eventsSeen];
            Promise.Check(_pending.Contains(call), $"Call {call} ended ({code ?? "cleared"}), and was not pending.");
            Promise.Check(outcomes.TryAdd(call, code), $"Call {call} ended twice.");
        }

        return outcomes;
    }

    private void CheckCompleted(Dictionary<int, string?> outcomes, List<TrackedRequest> ended)
    {
        _lastEnded = ended.Count > 0 ? ended[^1].Index : _lastEnded;
        foreach (var call in outcomes.Keys)
        {
            Promise.Check(!IsInFlight(call), $"Call {call} ended while a request for it is in flight.");
            _pending.Remove(call);
            _inDoubt.Remove(call);
            _removedByCad.Remove(call);
        }

        _requests.ForEach(request => request.Complete(outcomes));
        _answered.AddRange(_requests.Where(request => request.IsComplete).Select(request => request.Reply));
        _requests.RemoveAll(request => request.IsComplete);
        Promise.Check(_answered.TrueForAll(reply => reply.Reports.Count == 1), "A request got two replies.");
    }

    private void NoteDoubt(List<TrackedRequest> ended)
    {
        foreach (var request in ended.Where(request => request.LeavesDoubt))
        {
            _inDoubt.UnionWith(request.Calls.Where(_pending.Contains));
        }
    }

    private void CheckSent()
    {
        for (; _sendsSeen < rig.Sent.Count; _sendsSeen++)
        {
            var (_, request, at) = rig.Sent[_sendsSeen];
            var calls = rig.Calls(_sendsSeen);
            foreach (var call in calls)
            {
                Promise.Check(_pending.Contains(call), $"A request went out for call {call}, which nobody asks for.");
                Promise.Check(!IsInFlight(call), $"Two requests for call {call} are in flight.");
                Promise.Check(!_removedByCad.Contains(call), $"A request went out for call {call}, which the CAD has reported gone.");
            }

            var isV1 = request.Method == "POST";
            Promise.Check(calls.Count <= (isV1 ? rig.Settings.MaxBatch : 1), "A request names too many calls.");
            CheckLimit(_sentAt[request.Method], at, isV1 ? 1 : rig.Settings.V2RequestsPerMinute, isV1 ? rig.Settings.V1Interval : TimeSpan.FromMinutes(1));
            _inFlight.Add(new TrackedRequest(_sendsSeen, calls, at, isV1));
        }
    }

    private static void CheckLimit(List<TimeSpan> sent, TimeSpan at, int most, TimeSpan window)
    {
        sent.Add(at);
        Promise.Check(sent.Count <= most || at - sent[^(most + 1)] >= window, $"More than {most} requests went out within {window}.");
    }
}
