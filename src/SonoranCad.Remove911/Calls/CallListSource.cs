using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Calls;

/// <summary>
/// Asks the CAD for its list: on the API generation whose list worked last, or else the one that removals use, and on the
/// other one where the CAD says that this one has none.
/// </summary>
internal sealed class CallListSource
{
    /// <summary>The most requests for a list in a minute: the vendor's limit on API v2.</summary>
    public const int MostAMinute = 5;

    private readonly Inquiries _inquiries;
    private readonly Func<int> _generationInUse;
    private readonly CallListReader _reader;
    private readonly IClock _clock;
    private readonly RateLimit _limit = new(MostAMinute, TimeSpan.FromMinutes(1));
    private IReadOnlyList<ICallList> _lists;
    private ICallList? _works;

    /// <param name="inquiries">Sends the requests.</param>
    /// <param name="lists">Those that the setting <c>api</c> allows.</param>
    /// <param name="generationInUse">The API generation that removals go to now.</param>
    /// <param name="reader">Reads the lists.</param>
    /// <param name="clock">The time.</param>
    public CallListSource(
        Inquiries inquiries, IReadOnlyList<ICallList> lists, Func<int> generationInUse, CallListReader reader, IClock clock)
    {
        _inquiries = inquiries;
        _lists = lists;
        _generationInUse = generationInUse;
        _reader = reader;
        _clock = clock;
    }

    /// <summary>When the list may be asked for: at once, later, or not before an answer (<see cref="TimeSpan.MaxValue"/>).</summary>
    public TimeSpan NextAt(TimeSpan now) => _limit.NextAt(now);

    /// <summary>The setting <c>api</c> allows others from now on; what worked goes on being asked first where it still may.</summary>
    public void Use(IReadOnlyList<ICallList> lists)
    {
        _lists = lists;
        _works = lists.FirstOrDefault(list => list.Generation == _works?.Generation);
    }

    /// <summary>Asks; <paramref name="answered"/> is called once, from a later tick.</summary>
    public void Ask(CadAccount account, Action<CallListAnswer> answered) => Send(First(), account, answered, null);

    private ICallList First() => _works ?? _lists.FirstOrDefault(list => list.Generation == _generationInUse()) ?? _lists[0];

    private void Send(ICallList list, CadAccount account, Action<CallListAnswer> answered, Action<ListFailure>? failed)
    {
        _limit.Begin();
        _inquiries.Ask(list.Create(account), answer =>
        {
            _limit.End(_clock.Elapsed);
            var read = Read(list, answer);
            if (read.Failure is null)
            {
                _works = list;
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
    }

    private void Failed(ICallList list, CadAccount account, Action<CallListAnswer> answered, ListFailure failure)
    {
        var other = failure.MayOtherServe ? _lists.FirstOrDefault(one => one.Generation != list.Generation) : null;
        if (other is null || NextAt(_clock.Elapsed) > _clock.Elapsed)
        {
            answered(CallListAnswer.Failed(failure));
            return;
        }

        Send(other, account, answered, second =>
            answered(CallListAnswer.Failed(failure.And(list.Generation, second, other.Generation))));
    }

    private CallListAnswer Read(ICallList list, CadAnswer answer)
    {
        if (answer.Status is >= 200 and < 300)
        {
            if (answer.Body.Length > CallListReader.LongestText)
            {
                return CallListAnswer.Failed(ListFailure.TooLong);
            }

            // Before the verdict: a caller may say what else would be one of the CAD's faults.
            if (_reader.Read(answer.Body, _clock.Elapsed, _clock.UtcNow) is { } calls)
            {
                return CallListAnswer.Of(calls);
            }
        }

        return CallListAnswer.Failed(ListFailure.Of(list.Read(answer)));
    }
}
