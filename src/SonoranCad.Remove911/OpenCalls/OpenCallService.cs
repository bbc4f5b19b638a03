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
internal sealed class OpenCallService(OpenCallCache cache, CallListClient listClient, AccountProvider accounts, IClock clock, ExceptionGuard guard)
{
    // Other resources may run the command as often as they like.
    private const int MaxWaiting = 200;

    private readonly List<Action<OpenCallsResult>> _callbacks = new();

    private TimeSpan? _lastEventAt;
    private TimeSpan? _lastListAt;
    private bool _isRequestObsolete;

    /// <summary>How long one list answers all who ask.</summary>
    public static TimeSpan ListLifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long after the last event, or after a list since, events still count as on.</summary>
    public static TimeSpan EventTrustPeriod { get; } = TimeSpan.FromMinutes(10);

    // Without events a list this old still says more than nothing.
    private static TimeSpan FallbackLifetime { get; } = TimeSpan.FromMinutes(1);

    /// <summary>An event told of a call.</summary>
    public void OnCallOpened(OpenCall call)
    {
        _lastEventAt = clock.Elapsed;
        cache.Add(call);
    }

    /// <summary>An event told that a call is gone.</summary>
    public void OnCallClosed(int callId)
    {
        _lastEventAt = clock.Elapsed;
        cache.Remove(callId);
    }

    /// <summary>Asks which calls are open; <paramref name="callback"/> is called once, at once or from a later tick.</summary>
    public void GetOpenCalls(Action<OpenCallsResult> callback)
    {
        // First, since the look may find that the account has moved on to another community.
        var account = accounts.GetCurrent(out var error);
        var now = clock.Elapsed;
        if (IsUpToDate(now))
        {
            callback(FromCache(null));
        }
        else if (account is null)
        {
            callback(OpenCallsResult.Refused(error!));
        }
        else if (_callbacks.Count == MaxWaiting)
        {
            callback(OpenCallsResult.Refused(RemovalErrors.SlowDown));
        }
        else if (_callbacks.Count == 0 && listClient.NextFetchAt(now) > now)
        {
            callback(FromCacheOrFailed(CallListError.RateLimited(CallListClient.MaxPerMinute, listClient.NextFetchAt(now) - now), now));
        }
        else
        {
            _callbacks.Add(callback);
            if (_callbacks.Count == 1)
            {
                _isRequestObsolete = false;
                cache.BeginRefresh();
                listClient.Fetch(account, OnListReceived);
            }
        }
    }

    // Another community: by the number of one of the old one's calls, another call would be cleared there.
    public void Reset()
    {
        _lastEventAt = null;
        _lastListAt = null;
        _isRequestObsolete = true;
        cache.Clear();
    }

    private bool IsUpToDate(TimeSpan now) =>
        !HasTooFewLeft && (now - _lastListAt < ListLifetime || (_lastEventAt.HasValue && (now - _lastEventAt < EventTrustPeriod || now - _lastListAt < EventTrustPeriod)));

    // The newest of more calls than are kept are nearly all gone: which older ones are open only the CAD knows.
    private bool HasTooFewLeft => cache.IsTruncated && cache.Count < OpenCallMessages.MaxShown;

    private void OnListReceived(CallListResult listResult)
    {
        if (_isRequestObsolete)
        {
            RequestAgain();
            return;
        }

        var now = clock.Elapsed;
        if (listResult.Calls is not null)
        {
            cache.ApplyList(listResult.Calls);
            _lastListAt = now;
        }
        else
        {
            cache.EndRefresh();
        }

        var result = listResult.Error is null ? FromCache(null) : FromCacheOrFailed(listResult.Error, now);
        foreach (var callback in TakeCallbacks())
        {
            InvokeSafely(() => callback(result));
        }
    }

    // The account has become another one while its list was on the way.
    private void RequestAgain()
    {
        cache.EndRefresh();
        foreach (var callback in TakeCallbacks())
        {
            InvokeSafely(() => GetOpenCalls(callback));
        }
    }

    private Action<OpenCallsResult>[] TakeCallbacks()
    {
        var callbacks = _callbacks.ToArray();
        _callbacks.Clear();
        return callbacks;
    }

    private OpenCallsResult FromCacheOrFailed(CallListError error, TimeSpan now) =>
        _lastEventAt.HasValue || now - _lastListAt < FallbackLifetime
            ? FromCache(error)
            : OpenCallsResult.Failed(error);

    private OpenCallsResult FromCache(CallListError? error) => OpenCallsResult.FromCache(cache, error, isSinceStart: _lastListAt is null);

    private void InvokeSafely(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            // The others still wait for theirs.
            guard.LogFault("open calls", e);
        }
    }
}
