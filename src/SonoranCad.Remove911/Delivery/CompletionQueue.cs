namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Removals whose outcome is decided. Until its turn within the tick's budget, a removal stays in the outbox and in the store:
/// a crash sends it again, and a request for its call joins it.
/// </summary>
internal sealed class CompletionQueue
{
    private readonly Queue<(OutboxEntry Entry, RemovalError? Error)> _decided = new();

    public int Count => _decided.Count;

    /// <summary>Decides the outcome of entries: cleared if <paramref name="error"/> is null.</summary>
    public void Add(IEnumerable<OutboxEntry> entries, RemovalError? error)
    {
        foreach (var entry in entries)
        {
            entry.IsDecided = true;
            entry.Node.List?.Remove(entry.Node);
            _decided.Enqueue((entry, error));
        }
    }

    public (OutboxEntry Entry, RemovalError? Error) Take() => _decided.Dequeue();
}
