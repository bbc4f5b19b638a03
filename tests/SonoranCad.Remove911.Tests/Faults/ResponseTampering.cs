using System;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Tampers with responses on their way to the resource: late, duplicate and contradicting ones, some for requests that have
/// ended or never existed, and some that players forge. Every success in here is false.
/// </summary>
internal sealed class ResponseTampering
{
    private const string AnswerEvent = "__cfx_internal:httpResponse";

    // The resource's response timeout is 10 s, which is not configurable.
    private const double OverdueSeconds = 11;

    private readonly ServerRig _rig;
    private readonly IReadOnlyList<FxPlayer> _players;
    private readonly Random _random;
    private int _contradictionsLeft;
    private int _overdueLeft;
    private int _overBefore;
    private TimeSpan? _holdUntil;
    private bool _contradicts;

    /// <param name="rig">Delivers the responses.</param>
    /// <param name="players">Forge responses.</param>
    /// <param name="options">The seed, and how many responses contradict each other.</param>
    /// <param name="overdue">How many responses arrive after their timeout.</param>
    public ResponseTampering(ServerRig rig, IReadOnlyList<FxPlayer> players, FaultOptions options, int overdue)
    {
        _rig = rig;
        _players = players;
        _random = new Random(options.Seed + 2);
        _contradictionsLeft = Math.Max(2, options.Removals / 400);
        _overdueLeft = overdue;
    }

    public Dictionary<string, int> Counts { get; } = new()
    {
        ["again"] = 0,
        ["forged"] = 0,
        ["nonsense"] = 0,
        ["held back"] = 0,
        ["contradicted"] = 0,
        ["overdue"] = 0,
    };

    public bool HasDoneEveryKind => Counts.Values.All(count => count > 0);

    private FxHttp Http => _rig.Server.Http;

    /// <summary>The requests of the previous run have ended, whatever response arrives.</summary>
    public void OnRestarted() => _overBefore = Http.NextToken;

    /// <summary>Called before each tick.</summary>
    public void Step()
    {
        if (Http.InFlight == 0)
        {
            _overBefore = Http.NextToken;
        }

        if (_holdUntil is not null)
        {
            EndHold();
        }
        else if (_random.NextDouble() < 0.03)
        {
            Start(_random.Next(12));
        }
    }

    /// <summary>Delivers the responses that are held back, if any.</summary>
    public void Release()
    {
        _holdUntil = null;
        _contradicts = false;
        Http.HoldResponses(false);
    }

    private void Start(int what)
    {
        switch (what)
        {
            case <= 3 when _overBefore > 0:
                // A duplicate or late response, possibly while another request is in flight.
                Raise(_overBefore - 1 - _random.Next(Math.Min(_overBefore, 5)), 200, "ok");
                Counts["again"]++;
                break;
            case <= 6 when Http.InFlight > 0:
                Forge();
                break;
            case 7:
                RaiseNonsense();
                break;
            case 8 or 9 when Http.InFlight > 0:
                Hold(_random.Next(5, 150) / 1000.0, "held back");
                break;
            case 10 when _contradictionsLeft > 0 && Http.InFlight == 1:
                _contradictionsLeft--;
                _contradicts = true;
                Hold(2, "contradicted");
                break;
            case 11 when _overdueLeft > 0 && Http.InFlight > 0:
                _overdueLeft--;
                Hold(OverdueSeconds, "overdue");
                break;
            default:
                break;
        }
    }

    private void Hold(double seconds, string kind)
    {
        Counts[kind]++;
        Http.HoldResponses(true);
        _holdUntil = _rig.Time.Elapsed + TimeSpan.FromSeconds(seconds);
    }

    private void EndHold()
    {
        // The CAD has already processed the request, so a retry after this 503 doesn't overlap with it.
        if (_contradicts && Http.PendingResponses == 1 && Http.InFlight == 1)
        {
            Raise(Http.NextToken - 1, 503, "first this");
            _holdUntil = TimeSpan.Zero;
        }

        if (_rig.Time.Elapsed >= _holdUntil)
        {
            Release();
        }
    }

    private void Forge()
    {
        var player = _players[_random.Next(_players.Count)];
        for (var token = Math.Max(0, Http.NextToken - 4); token <= Http.NextToken; token++)
        {
            player.TriggerServerEvent(AnswerEvent, token, 200, "ok", new Dictionary<string, object>(), null);
        }

        Counts["forged"]++;
    }

    private void RaiseNonsense()
    {
        object?[] tokens = [-1, -7, int.MaxValue, long.MaxValue, double.NaN, "1", null, Http.NextToken + 1, new List<object?> { 1 }];
        foreach (var token in tokens)
        {
            _rig.OtherResource.TriggerEvent(AnswerEvent, token, 200, "ok", new Dictionary<string, object>(), null);
        }

        Counts["nonsense"]++;
    }

    private void Raise(int token, int status, string text) => _rig.OtherResource.TriggerEvent(
        AnswerEvent, token, status, status < 400 ? text : null, new Dictionary<string, object>(), status < 400 ? null : $"HTTP {status}: {text}");
}
