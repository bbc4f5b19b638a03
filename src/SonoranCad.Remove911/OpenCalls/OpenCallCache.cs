namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The known open calls. Events and the CAD's list add and remove them; completed removals remove them too.</summary>
/// <param name="target">Returns whose calls these are; null if there never was an account.</param>
internal sealed class OpenCallCache(Func<CallTarget?> target) : IOutcomeListener, IOpenCallLookup
{
    /// <summary>The maximum number of calls. The oldest are dropped beyond it.</summary>
    public const int MaxCalls = 500;

    private const int MaxClosed = 10_000;

    // Within this time, a call that is not in the cache is not open.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private Dictionary<int, OpenCall> _calls = new();
    private TimeSpan? _updatedAt;

    // Which calls opened (true) or closed since the pending list was requested, because the CAD may have built it before.
    private Dictionary<int, bool>? _changes;

    // Calls that are gone although the vendor's resource may still have them: only push events remove a call there. The CAD's
    // ids count up, so the lowest are the first to be dropped.
    private readonly SortedSet<int> _closed = new();
    private ICollection<int> _vendorIds = Array.Empty<int>();

    /// <summary>Raised with the id of a call that's no longer open.</summary>
    public event Action<int>? CallClosed;

    /// <summary>Whether older calls were dropped, so more are open than the cache holds.</summary>
    public bool IsTruncated { get; private set; }

    public int Count => _calls.Count;

    public List<OpenCall> GetNewestFirst() => _calls.Values.OrderBy(call => call, OpenCall.NewestFirst).ToList();

    /// <summary>Whether the call is known to be gone.</summary>
    public bool IsClosed(int callId) => _closed.Contains(callId);

    public bool IsAbsent(int callId, TimeSpan now) => now - _updatedAt <= Lifetime && !IsTruncated && !_calls.ContainsKey(callId);

    /// <summary>Marks that the cache holds what the CAD's list said at this time.</summary>
    public void MarkListed(TimeSpan now) => _updatedAt = now;

    /// <summary>Marks that push events keep the list up to date. Before the first list, they report only some of the calls.</summary>
    public void MarkUpdated(TimeSpan now) => _updatedAt = _updatedAt is null ? null : now;

    public void Add(OpenCall call)
    {
        _calls[call.CallId] = call;
        _closed.Remove(call.CallId);
        _changes?[call.CallId] = true;
        Trim();
    }

    public void Remove(int callId)
    {
        _changes?[callId] = false;
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
    public void BeginRefresh() => _changes = new();

    /// <summary>Marks that no list is pending any longer.</summary>
    public void EndRefresh() => _changes = null;

    /// <summary>Replaces the calls by the CAD's list, except for changes since <see cref="BeginRefresh"/>.</summary>
    public void ApplyList(CallList list)
    {
        var previous = _calls;
        _calls = new Dictionary<int, OpenCall>();
        foreach (var call in list.Newest.Where(call => !HasChanged(call.CallId, isOpen: false)))
            _calls[call.CallId] = call.MergeWith(previous.TryGetValue(call.CallId, out var known) ? known : null);

        foreach (var known in previous.Values.Where(known => !_calls.ContainsKey(known.CallId)).ToList())
        {
            if (HasChanged(known.CallId, isOpen: true))
                _calls[known.CallId] = known;
            else if (!list.Ids.Contains(known.CallId))
                Close(known.CallId);
        }

        _closed.ExceptWith(list.Ids.Where(callId => !HasChanged(callId, isOpen: false)));
        foreach (var callId in _vendorIds.Where(callId => !list.Ids.Contains(callId) && !HasChanged(callId, isOpen: true)))
            Close(callId);

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
        // A call that the CAD doesn't have isn't open either. One of the community before has the number of another call.
        if (error is null or { Kind: RemovalErrorKind.CallNotFound } && (target() is not { } current || entry.BelongsTo(current)))
            Remove(entry.CallId);
    }

    private bool HasChanged(int callId, bool isOpen) =>
        _changes is not null && _changes.TryGetValue(callId, out var isNow) && isNow == isOpen;

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
