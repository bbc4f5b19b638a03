using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

/// <summary>
/// Applies steps to the delivery and counts independently what is pending, who is owed a reply and which requests are in
/// flight. Both must agree after every step.
/// </summary>
internal sealed class DeliveryModel
{
    private static readonly double[] Times = [0.02, 0.02, 0.5, 1.1, 3, 11, 61, 400, 3000];

    private static readonly double[] Intervals = [0.1, 1, 1, 5, 30];

    private static readonly (int Status, string Text)[] Responses =
    [
        (200, "{}"), (200, "{}"), (200, "{}"), (200, "<html>"), (200, "Backend Service Reached"), (200, "INVALID API KEY"), (302, ""), (400, "LOCKED"),
        (400, "IS NOT ENABLED FOR THIS COMMUNITY"), (400, "INVALID API KEY"), (401, "{\"title\":\"Unauthorized\"}"), (403, "error code: 1020"), (404, "{\"detail\":\"call was not found\"}"), (404, ""),
        (429, ""), (500, ""), (503, "<html>"), (0, "timeout"),
    ];

    private static readonly Requester[] Requesters =
    [
        Requester.Console, Requester.Resource("mdt"), Requester.Player(1, "Jane", "license:1"), Requester.Player(2, "John", null),
    ];

    private readonly DeliveryRig _rig;
    private readonly HashSet<int> _pending = [];
    private readonly List<(HashSet<int> Left, FakeReply Reply)> _requests = [];
    private readonly RequestTracker _tracker;
    private int _eventsSeen;
    private int _configs;

    public DeliveryModel(ApiMode api)
    {
        _rig = new DeliveryRig(api);
        _tracker = new RequestTracker(_rig);
    }

    public void Apply(DeliveryStep step)
    {
        switch (step.Kind)
        {
            case DeliveryStepKind.Enqueue:
                Enqueue(step);
                break;
            case DeliveryStepKind.Tick:
                Tick(Times[step.A % Times.Length]);
                break;
            case DeliveryStepKind.Respond:
                Respond(_rig.Sent.Count - 1, step.B);
                break;
            case DeliveryStepKind.RespondToAny:
                Respond(_rig.Sent.Count == 0 ? -1 : step.A % _rig.Sent.Count, step.B);
                break;
            case DeliveryStepKind.Crash:
                Restart();
                break;
            case DeliveryStepKind.Stop:
                _rig.Dispatcher.Stop();
                Check(isStopped: true);
                Restart();
                break;
            case DeliveryStepKind.ChangeAccount:
                Configure(isGood: step.A % 3 > 0);
                break;
            case DeliveryStepKind.Reload:
                Reload(step);
                break;
            case DeliveryStepKind.RemovedByCad:
                RemovedByCad(1 + (step.A % 42));
                break;
            default:
                _rig.SendResult = _rig.SendResult is null ? () => -1 : null;
                break;
        }

        Check();
    }

    /// <summary>From now on nothing fails: everything pending must complete soon.</summary>
    public void Recover()
    {
        _rig.SendResult = null;
        Configure(isGood: true);
        for (var minutes = 0; _rig.Dispatcher.NeedsTick; minutes++)
        {
            Assert.True(minutes < 120, $"{_pending.Count} removals are still pending although nothing fails anymore.");
            for (var i = 0; i < _rig.Sent.Count; i++)
            {
                Respond(i, 0);
            }

            Tick(61);
            Check();
        }

        Assert.Empty(_pending);
        Assert.All(_requests, request => Assert.Single(request.Reply.Reports));
    }

    private void Enqueue(DeliveryStep step)
    {
        var calls = Enumerable.Range(1 + (step.A % 30), 1 + (step.B % 12)).ToArray();
        var reply = new FakeReply();
        if (_rig.Delivery.Removals.Submit(Requesters[step.B % Requesters.Length], calls, reply))
        {
            _pending.UnionWith(calls);
            _requests.Add(([.. calls], reply));
        }
        else
        {
            // A refusal is published at once, and is not the outcome of a pending removal.
            _eventsSeen = _rig.Events.Count;
        }
    }

    private void Reload(DeliveryStep step)
    {
        var settings = new Settings
        {
            MaxAgeMinutes = 1 + (step.A % 90),
            V1IntervalSeconds = Intervals[step.A % Intervals.Length],
            V2RequestsPerMinute = 1 + (step.B % 15),
            MaxWaiting = 50 + step.B,
            Api = (ApiMode)(step.A % 3),
            MaxBatch = 1 + (step.B % 50),
        };
        _rig.Apply(settings);
    }

    private void RemovedByCad(int call)
    {
        var wasPending = _rig.IsPending(call);
        _rig.RemoveByCad(call);
        Assert.Equal(_pending.Contains(call) && _rig.Target is not null, wasPending);
        if (wasPending)
        {
            _tracker.OnRemovedByCad(call);
        }
    }

    private void Tick(double seconds)
    {
        _tracker.BeforeTick(_rig.Clock.Elapsed + TimeSpan.FromSeconds(seconds));
        _rig.Tick(seconds);
        _tracker.AfterTick();
        Assert.Equal(
            _rig.Store.Keys("outbox:"),
            _rig.Dispatcher.NeedsTick ? _pending.Except(Completed()).Select(call => $"outbox:{call}").Order(StringComparer.Ordinal) : []);
    }

    private void Respond(int index, int which)
    {
        if (index < 0)
        {
            return;
        }

        var (status, text) = Responses[which % Responses.Length];
        _rig.Respond(index, status, text);
        _tracker.OnResponse(index, status, text);
    }

    private void Restart()
    {
        _rig.Restart();
        _tracker.OnRestarted(_pending);
        foreach (var (_, reply) in _requests)
        {
            Assert.InRange(reply.Reports.Count, 0, 1);
        }

        _requests.Clear();
    }

    private void Configure(bool isGood)
    {
        _configs++;
        _rig.Config = isGood ? $$"""{ "communityId": "c", "apiKey": "key-{{_configs}}", "serverId": 1 }""" : "{ broken";
    }

    private IEnumerable<int> Completed() => _rig.Events.Skip(_eventsSeen).Select(outcome => outcome.CallId);

    private void Check(bool isStopped = false)
    {
        foreach (var (call, code, _) in _rig.Events.Skip(_eventsSeen))
        {
            Assert.True(_pending.Remove(call), $"Call {call} completed but was not pending.");
            Assert.True(code is not null || _tracker.MayBeReportedCleared(call), $"Call {call} was reported as cleared, but no response said so.");
            _tracker.OnCompleted(call);
            _requests.ForEach(request => request.Left.Remove(call));
        }

        _eventsSeen = _rig.Events.Count;
        foreach (var (left, reply) in _requests)
        {
            Assert.Equal(left.Count == 0 || isStopped ? 1 : 0, reply.Reports.Count);
            var kept = reply.Reports.SelectMany(report => report.Failed).Where(failure => failure.Error.Kind == RemovalErrorKind.Kept);
            Assert.Equal(isStopped ? left.Order() : [], kept.Select(failure => failure.CallId!.Value).Order());
        }
    }
}
