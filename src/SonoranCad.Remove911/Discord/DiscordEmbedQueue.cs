using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Discord;

/// <summary>
/// What waits for Discord, oldest first. It is bounded: what comes while it is full is only counted, and told of in one
/// embed behind the rest.
/// </summary>
internal sealed class DiscordEmbedQueue(DiscordEmbedBuilder builder)
{
    /// <summary>The most embeds that wait.</summary>
    public const int MaxQueued = 100;

    /// <summary>Discord's limit on the embeds of a message.</summary>
    public const int MaxEmbedsPerMessage = 10;

    /// <summary>Discord's limit on the characters of all embeds of a message.</summary>
    public const int MaxCharactersPerMessage = 6000;

    private readonly Queue<DiscordEmbed> _embeds = new();
    private int _overflowCleared;
    private int _overflowFailed;
    private DateTime _overflowAt;

    public bool IsEmpty => _embeds.Count == 0 && !HasOverflow;

    /// <summary>How many embeds it will come to.</summary>
    public int Count => _embeds.Count + (HasOverflow ? 1 : 0);

    private bool HasOverflow => _overflowCleared + _overflowFailed > 0;

    /// <param name="group">What has ended.</param>
    /// <param name="endedAt">When, in UTC.</param>
    public void Add(OutcomeGroup group, DateTime endedAt)
    {
        // Once some are only counted the next ones are too: the order of what is posted stays that of the ends.
        if (_embeds.Count < MaxQueued && !HasOverflow)
        {
            _embeds.Enqueue(builder.Build(group, endedAt));
            return;
        }

        _overflowCleared += group.Error is null ? group.CallIds.Count : 0;
        _overflowFailed += group.Error is null ? 0 : group.CallIds.Count;
        _overflowAt = endedAt;
    }

    /// <summary>Takes the next message's embeds, as many as Discord takes at once; empty where nothing waits.</summary>
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
                _overflowCleared = 0;
                _overflowFailed = 0;
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
