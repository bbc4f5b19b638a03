namespace SonoranCad.Remove911.Delivery;

/// <summary>Counts each player's removals in the outbox; the console and resources are not counted.</summary>
internal sealed class PlayerQuota
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The number of a requester's removals; null if they are not counted.</summary>
    public int? CountFor(Requester requester) =>
        Key(requester) is { } player ? _counts.TryGetValue(player, out var count) ? count : 0 : null;

    public void Add(Requester requester)
    {
        if (Key(requester) is { } player)
        {
            _counts.TryGetValue(player, out var count);
            _counts[player] = count + 1;
        }
    }

    public void Remove(Requester requester)
    {
        if (Key(requester) is { } player && --_counts[player] == 0)
        {
            _counts.Remove(player);
        }
    }

    // A player who reconnects has another server id, but the same license.
    private static string? Key(Requester requester) =>
        requester.Kind != RequesterKind.Player ? null : requester.License.Length > 0 ? requester.License : requester.Name;
}
