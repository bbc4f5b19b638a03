namespace SonoranCad.Remove911.Delivery;

/// <summary>Counts the removals of each player and of the schedule in the outbox; those of the console and of resources are not counted.</summary>
internal sealed class PlayerQuota
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The number of a requester's removals; null if they are not counted.</summary>
    public int? CountFor(Requester requester) => Key(requester) is { } key ? Count(key) : null;

    public void Add(Requester requester)
    {
        if (Key(requester) is { } key)
            _counts[key] = Count(key) + 1;
    }

    public void Remove(Requester requester)
    {
        if (Key(requester) is { } key && --_counts[key] == 0)
            _counts.Remove(key);
    }

    private int Count(string key) => _counts.TryGetValue(key, out var count) ? count : 0;

    // A player who reconnects has another server id, but the same license.
    private static string? Key(Requester requester) => requester.Kind switch
    {
        RequesterKind.Player => requester.License.Length > 0 ? requester.License : requester.Name,
        RequesterKind.Schedule => requester.Key,
        _ => null,
    };
}
