using System.Collections;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Reads the open calls from the vendor's table, call by call within the tick's budget. Never throws.</summary>
internal sealed class CallTableReader(object? table, Predicate<int> isClosed, SecretRedactor secrets, TimeSpan now, DateTime utcNow)
{
    private const int MaxCalls = 10_000;

    // Lua's table arrives as a list if its keys are 1, 2, 3 and so on, or if it is empty.
    private readonly IEnumerator? _entries = table switch
    {
        IDictionary<string, object?> { Count: <= MaxCalls } map => map.Values.GetEnumerator(),
        IList { Count: <= MaxCalls } list => list.GetEnumerator(),
        _ => null,
    };

    private readonly CallListBuilder _calls = new(secrets);
    private bool _isRead, _hasCall, _hasOther;

    /// <summary>The calls once all is read; null if it is no table of calls.</summary>
    public CallList? Result => _hasOther && !_hasCall ? null : _calls.Result;

    /// <summary>Reads on until the budget is spent; true once all is read.</summary>
    public bool Advance(TickBudget budget)
    {
        while (!_isRead && _entries is not null)
        {
            _isRead = !_entries.MoveNext();
            if (!_isRead)
                Read(_entries.Current);

            if (budget.IsSpent)
                return false;
        }

        return _entries is null || _calls.TryComplete(budget);
    }

    private void Read(object? entry)
    {
        if (CallMembers.FromTable(entry)?.ToCall(now, utcNow) is not { } call)
        {
            _hasOther = true;
            return;
        }

        _hasCall = true;
        if (!isClosed(call.CallId))
            _calls.Add(call);
    }
}
