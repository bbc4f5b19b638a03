using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Asks the CAD for its list: on the API generation whose list worked last, or else the one that removals use, and on the
/// other one where the CAD says that this one has none. On v1 all requests share a limit with the removals, so one may have
/// to wait a moment; v2 counts the list by itself.
/// </summary>
internal sealed class CallListClient : ITickable
{
    /// <summary>The most requests for a list in a minute: the vendor's limit on API v2.</summary>
    public const int MostAMinute = 5;

    private readonly CallbackHttpClient _inquiries;
    private readonly DeliveryPipeline _line;
    private readonly Func<int> _generationInUse;
    private readonly CallListReader _reader;
    private readonly IClock _clock;
    private readonly RateLimiter _limit = new(MostAMinute, TimeSpan.FromMinutes(1));
    private IReadOnlyList<ICallListEndpoint> _lists;
    private ICallListEndpoint? _works;
    private Action? _held;

    /// <param name="inquiries">Sends the requests.</param>
    /// <param name="line">Counts those to API v1.</param>
    /// <param name="lists">Those that the setting <c>api</c> allows.</param>
    /// <param name="generationInUse">The API generation that removals go to now.</param>
    /// <param name="reader">Reads the lists.</param>
    /// <param name="clock">The time.</param>
    public CallListClient(
        CallbackHttpClient inquiries, DeliveryPipeline line, IReadOnlyList<ICallListEndpoint> lists, Func<int> generationInUse, CallListReader reader, IClock clock)
    {
        _inquiries = inquiries;
        _line = line;
        _lists = lists;
        _generationInUse = generationInUse;
        _reader = reader;
        _clock = clock;
    }

    public bool NeedsTick => _held is not null;

    /// <summary>Takes other lists from now on; the one that worked stays in use where it is among them.</summary>
    public void Reconfigure(IReadOnlyList<ICallListEndpoint> lists)
    {
        _works = lists.FirstOrDefault(list => list.Generation == _works?.Generation);
        _lists = lists;
    }

    /// <summary>Sends what had to wait for v1's limit.</summary>
    public void Tick(TimeSpan now)
    {
        if (_held is { } send && _line.Limits.Of(1).NextPermitAt(now) <= now)
        {
            _held = null;
            _line.Count(1);
            send();
        }
    }

    /// <summary>When the list may be asked for: at once, later, or not before an answer (<see cref="TimeSpan.MaxValue"/>).</summary>
    public TimeSpan NextAt(TimeSpan now) => _limit.NextPermitAt(now);

    /// <summary>Asks; <paramref name="answered"/> is called once, from a later tick.</summary>
    public void Ask(CadAccount account, Action<CallListResult> answered) => Send(First(), account, answered, null);

    private ICallListEndpoint First() => _works ?? _lists.FirstOrDefault(list => list.Generation == _generationInUse()) ?? _lists[0];

    private void Send(ICallListEndpoint list, CadAccount account, Action<CallListResult> answered, Action<CallListError>? failed)
    {
        _limit.Acquire();
        if (list.Generation != 1)
        {
            SendNow(list, account, answered, failed);
            return;
        }

        _held = () => SendNow(list, account, answered, failed);
        Tick(_clock.Elapsed);
    }

    private void SendNow(ICallListEndpoint list, CadAccount account, Action<CallListResult> answered, Action<CallListError>? failed) =>
        _inquiries.Ask(list.Create(account), answer =>
        {
            _limit.Release(_clock.Elapsed);
            var read = Read(list, answer);
            if (read.Failure is null)
            {
                _works = _lists.FirstOrDefault(one => one.Generation == list.Generation);
                answered(read);
            }
            else if (failed is not null)
            {
                failed(read.Failure);
            }
            else
            {
                Failed(list, account, answered, read.Failure);
            }
        });

    private void Failed(ICallListEndpoint list, CadAccount account, Action<CallListResult> answered, CallListError failure)
    {
        var other = failure.MayOtherServe ? _lists.FirstOrDefault(one => one.Generation != list.Generation) : null;
        if (other is null || NextAt(_clock.Elapsed) > _clock.Elapsed)
        {
            answered(CallListResult.Failed(failure));
            return;
        }

        Send(other, account, answered, second =>
            answered(CallListResult.Failed(failure.And(list.Generation, second, other.Generation))));
    }

    private CallListResult Read(ICallListEndpoint list, HttpResponse answer)
    {
        if (answer.Status is >= 200 and < 300)
        {
            if (answer.Body.Length > CallListReader.LongestText)
            {
                return CallListResult.Failed(CallListError.TooLong);
            }

            // Before the verdict: a caller may say what else would be one of the CAD's faults.
            if (_reader.Read(answer.Body, _clock.Elapsed, _clock.UtcNow) is { } calls)
            {
                return CallListResult.Of(calls);
            }
        }

        return CallListResult.Failed(CallListError.Of(list.Read(answer)));
    }
}
