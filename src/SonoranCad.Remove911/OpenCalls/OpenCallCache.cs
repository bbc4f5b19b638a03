namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The known open calls. Events and the CAD's list add and remove them; completed removals remove them too.</summary>
internal sealed class OpenCallCache : IOutcomeListener, IOpenCallLookup
{
    /// <summary>The maximum number of calls. The oldest are dropped beyond it.</summary>
    public const int MaxCalls = 500;

    private Dictionary<int, OpenCall> _calls = new();

    // Changes since the pending list was requested, which the CAD may have built before them.
    private readonly HashSet<int> _openedDuringRefresh = new();
    private readonly HashSet<int> _closedDuringRefresh = new();
    private bool _isRefreshing;
    private TimeSpan? _updatedAt;

    // Calls that are gone although the vendor's resource may still have them: only push events remove a call there. The CAD's
    // ids count up, so the lowest are the first to be dropped.
    private readonly SortedSet<int> _closed = new();
    private ICollection<int> _vendorIds = Array.Empty<int>();

    /// <summary>Raised with the id of a call that's no longer open.</summary>
    public event Action<int>? CallClosed;

    /// <summary>Whether older calls were dropped, so more are open than the cache holds.</summary>
    public bool IsTruncated { get; private set; }

    public int Count => _calls.Count;

    private const int MaxClosed = 10_000;

    // Within this time, a call that is not in the cache is not open.
    private static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(1);

    public List<OpenCall> GetNewestFirst()
    {
        var calls = _calls.Values.ToList();
        calls.Sort(OpenCall.NewestFirst);
        return calls;
    }

    /// <summary>Whether the call is known to be gone.</summary>
    public bool IsClosed(int callId) => _closed.Contains(callId);

    public bool IsAbsent(int callId, TimeSpan now) =>
        now - _updatedAt <= Lifetime && !IsTruncated && !_calls.ContainsKey(callId);

    /// <summary>Marks that the cache holds what the CAD's list said at this time.</summary>
    public void MarkListed(TimeSpan now) => _updatedAt = now;

    /// <summary>Marks that push events keep the list up to date. Before the first list, they tell of a part of the calls only.</summary>
    public void MarkUpdated(TimeSpan now) => _updatedAt = _updatedAt is null ? null : now;

    public void Add(OpenCall call)
    {
        _calls[call.CallId] = call;
        _closed.Remove(call.CallId);
        if (_isRefreshing)
        {
            _openedDuringRefresh.Add(call.CallId);
            _closedDuringRefresh.Remove(call.CallId);
        }

        Trim();
    }

    public void Remove(int callId)
    {
        if (_isRefreshing)
        {
            _closedDuringRefresh.Add(callId);
            _openedDuringRefresh.Remove(callId);
        }

        _calls.Remove(callId);
        Close(callId);
    }

    /// <summary>Adds the calls of the vendor's resource. Removes none, because it may not have heard of them yet.</summary>
    public void Merge(CallList vendorCalls)
    {
        foreach (var call in vendorCalls.Newest.Where(call => !IsClosed(call.CallId)))
            _calls[call.CallId] = _calls.TryGetValue(call.CallId, out var known) ? known with { IsCivil = known.IsCivil ?? call.IsCivil } : call;

        _vendorIds = vendorCalls.Ids;
        IsTruncated = vendorCalls.Ids.Count > vendorCalls.Newest.Count;
        Trim();
    }

    /// <summary>Marks that the list is requested now: changes from here on outweigh what the list says.</summary>
    public void BeginRefresh()
    {
        EndRefresh();
        _isRefreshing = true;
    }

    /// <summary>Marks that no list is pending any longer.</summary>
    public void EndRefresh()
    {
        _isRefreshing = false;
        _openedDuringRefresh.Clear();
        _closedDuringRefresh.Clear();
    }

    /// <summary>Replaces the calls by the CAD's list, except for changes since <see cref="BeginRefresh"/>.</summary>
    public void ApplyList(CallList list)
    {
        var previous = _calls;
        _calls = new Dictionary<int, OpenCall>();
        foreach (var call in list.Newest)
        {
            if (!_closedDuringRefresh.Contains(call.CallId))
                _calls[call.CallId] = call.MergeWith(previous.TryGetValue(call.CallId, out var known) ? known : null);
        }

        foreach (var known in previous.Values.Where(known => !_calls.ContainsKey(known.CallId)).ToList())
        {
            if (_openedDuringRefresh.Contains(known.CallId))
                _calls[known.CallId] = known;
            else if (!list.Ids.Contains(known.CallId))
                Close(known.CallId);
        }

        _closed.ExceptWith(list.Ids.Where(callId => !_closedDuringRefresh.Contains(callId)));
        foreach (var callId in _vendorIds.Where(callId => !list.Ids.Contains(callId) && !_openedDuringRefresh.Contains(callId)))
            Close(callId);

        EndRefresh();
        IsTruncated = list.Ids.Count > list.Newest.Count;
        Trim();
    }

    /// <summary>Drops all calls and reports each as closed.</summary>
    public void Clear()
    {
        var known = _calls.Keys.ToList();
        _calls.Clear();
        _closed.Clear();
        _vendorIds = Array.Empty<int>();
        _updatedAt = null;
        IsTruncated = false;
        foreach (var callId in known)
            CallClosed?.Invoke(callId);
    }

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        // A call that the CAD doesn't have isn't open either.
        if (error is null || error.Kind == RemovalErrorKind.CallNotFound)
            Remove(entry.CallId);
    }

    private void Close(int callId)
    {
        if (_closed.Add(callId) && _closed.Count > MaxClosed)
            _closed.Remove(_closed.Min);

        CallClosed?.Invoke(callId);
    }

    private void Trim()
    {
        if (_calls.Count <= MaxCalls)
            return;

        IsTruncated = true;
        foreach (var call in GetNewestFirst().Skip(MaxCalls))
            _calls.Remove(call.CallId);
    }
}
