using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Knows which calls are open, and from where. The vendor's push events count as on from the first of them on: then they
/// alone answer, together with what the CAD's list said before, and no request is sent. Nobody tells that they have
/// ceased, so after minutes of silence the CAD's list is read anew. Without events each answer is the CAD's list, shared
/// by those who ask within seconds.
/// </summary>
internal sealed class OpenCallService
{
    // Other resources may run the command as often as they like.
    private const int MostWaiting = 200;

    private readonly OpenCallCache _board;
    private readonly CallListClient _source;
    private readonly AccountProvider _accounts;
    private readonly IClock _clock;
    private readonly ExceptionGuard _guard;
    private readonly List<Action<OpenCallsResult>> _waiting = new();

    private TimeSpan? _heardAt;
    private TimeSpan? _readAt;
    private bool _isOfOthers;

    public OpenCallService(OpenCallCache board, CallListClient source, AccountProvider accounts, IClock clock, ExceptionGuard guard)
    {
        _board = board;
        _source = source;
        _accounts = accounts;
        _clock = clock;
        _guard = guard;
        accounts.Moved += Forget;
    }

    /// <summary>How long one list answers all who ask.</summary>
    public static TimeSpan Shared { get; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long after the last event, or after a list since, events still count as on.</summary>
    public static TimeSpan Trusted { get; } = TimeSpan.FromMinutes(10);

    // Without events a list this old still says more than nothing.
    private static TimeSpan Useful { get; } = TimeSpan.FromMinutes(1);

    /// <summary>An event told of a call.</summary>
    public void OnCallOpened(OpenCall call)
    {
        _heardAt = _clock.Elapsed;
        _board.Add(call);
    }

    /// <summary>An event told that a call is gone.</summary>
    public void OnCallClosed(int callId)
    {
        _heardAt = _clock.Elapsed;
        _board.Remove(callId);
    }

    /// <summary>Asks which calls are open; <paramref name="answered"/> is called once, at once or from a later tick.</summary>
    public void Ask(Action<OpenCallsResult> answered)
    {
        // First, since the look may find that the account has moved on to another community.
        var account = _accounts.Current(out var fault);
        var now = _clock.Elapsed;
        if (IsKnown(now))
        {
            answered(Known(null));
        }
        else if (account is null)
        {
            answered(OpenCallsResult.Refused(fault!));
        }
        else if (_waiting.Count == MostWaiting)
        {
            answered(OpenCallsResult.Refused(RemovalErrors.SlowDown));
        }
        else if (_waiting.Count == 0 && _source.NextAt(now) > now)
        {
            answered(Without(CallListError.TooOften(CallListClient.MostAMinute, _source.NextAt(now) - now), now));
        }
        else
        {
            _waiting.Add(answered);
            if (_waiting.Count == 1)
            {
                _isOfOthers = false;
                _board.BeginReading();
                _source.Ask(account, Answered);
            }
        }
    }

    // Another community: by the number of one of the old one's calls, another call would be cleared there.
    private void Forget()
    {
        _heardAt = null;
        _readAt = null;
        _isOfOthers = true;
        _board.Clear();
    }

    private bool IsKnown(TimeSpan now) =>
        !IsRunDown && (now - _readAt < Shared || (_heardAt.HasValue && (now - _heardAt < Trusted || now - _readAt < Trusted)));

    // The newest of more calls than are kept are nearly all gone: which older ones are open only the CAD knows.
    private bool IsRunDown => _board.IsCut && _board.Count < OpenCallMessages.MostShown;

    private void Answered(CallListResult answer)
    {
        if (_isOfOthers)
        {
            AskAnew();
            return;
        }

        var now = _clock.Elapsed;
        if (answer.Calls is not null)
        {
            _board.Take(answer.Calls);
            _readAt = now;
        }
        else
        {
            _board.EndReading();
        }

        var told = answer.Failure is null ? Known(null) : Without(answer.Failure, now);
        foreach (var one in TakeWaiting())
        {
            Guarded(() => one(told));
        }
    }

    // The account has become another one while its list was on the way.
    private void AskAnew()
    {
        _board.EndReading();
        foreach (var one in TakeWaiting())
        {
            Guarded(() => Ask(one));
        }
    }

    private Action<OpenCallsResult>[] TakeWaiting()
    {
        var waiting = _waiting.ToArray();
        _waiting.Clear();
        return waiting;
    }

    private OpenCallsResult Without(CallListError failure, TimeSpan now) =>
        _heardAt.HasValue || now - _readAt < Useful
            ? Known(failure)
            : OpenCallsResult.Failed(failure);

    private OpenCallsResult Known(CallListError? failure) => OpenCallsResult.Of(_board, failure, isSinceStart: _readAt is null);

    private void Guarded(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception e)
        {
            // The others still wait for theirs.
            _guard.LogFault("open calls", e);
        }
    }
}
