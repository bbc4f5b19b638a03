namespace SonoranCad.Remove911.Discord;

/// <summary>The embeds that wait for Discord, oldest first. While the queue is full, outcomes are only counted, for one embed at the end.</summary>
internal sealed class DiscordEmbedQueue(DiscordEmbedBuilder builder)
{
    public const int MaxQueued = 100;

    // Discord's limits.
    public const int MaxEmbedsPerMessage = 10;
    public const int MaxCharactersPerMessage = 6000;

    private readonly Queue<DiscordEmbed> _embeds = new();
    private int _overflowCleared;
    private int _overflowFailed;
    private DateTime _overflowAt;

    public bool IsEmpty => _embeds.Count == 0 && !HasOverflow;

    private bool HasOverflow => _overflowCleared + _overflowFailed > 0;

    /// <summary>Adds the outcomes of removals that completed at <paramref name="endedAt"/> (UTC).</summary>
    public void Add(OutcomeGroup group, DateTime endedAt)
    {
        // Once an outcome is only counted, the later ones are too, so that posts keep the order of the outcomes.
        if (_embeds.Count < MaxQueued && !HasOverflow)
        {
            _embeds.Enqueue(builder.Build(group, endedAt));
            return;
        }

        _overflowCleared += group.Error is null ? group.CallIds.Count : 0;
        _overflowFailed += group.Error is null ? 0 : group.CallIds.Count;
        _overflowAt = endedAt;
    }

    /// <summary>Takes the embeds of the next message, as many as Discord accepts; empty if none wait.</summary>
    public IReadOnlyList<DiscordEmbed> TakeMessage()
    {
        var taken = new List<DiscordEmbed>();
        var length = 0;
        while (_embeds.Count > 0 && Fits(taken, length + _embeds.Peek().Length))
        {
            length += _embeds.Peek().Length;
            taken.Add(_embeds.Dequeue());
        }

        if (_embeds.Count == 0 && HasOverflow)
        {
            var overflow = builder.BuildOverflow(_overflowCleared, _overflowFailed, _overflowAt);
            if (Fits(taken, length + overflow.Length))
            {
                taken.Add(overflow);
                Clear();
            }
        }

        return taken;
    }

    public void Clear()
    {
        _embeds.Clear();
        _overflowCleared = 0;
        _overflowFailed = 0;
    }

    private static bool Fits(List<DiscordEmbed> taken, int length) => taken.Count < MaxEmbedsPerMessage && length <= MaxCharactersPerMessage;
}
