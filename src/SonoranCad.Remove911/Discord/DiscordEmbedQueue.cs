using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Discord;

/// <summary>
/// What waits for Discord, oldest first. It is bounded: what comes while it is full is only counted, and told of in one
/// embed behind the rest.
/// </summary>
internal sealed class DiscordEmbedQueue
{
    /// <summary>The most embeds that wait.</summary>
    public const int Most = 100;

    /// <summary>Discord's limit on the embeds of a message.</summary>
    public const int MostInAMessage = 10;

    /// <summary>Discord's limit on the characters of all embeds of a message.</summary>
    public const int MostCharacters = 6000;

    private readonly Queue<DiscordEmbed> _embeds = new();
    private readonly DiscordEmbedBuilder _writer;
    private int _moreCleared;
    private int _moreFailed;
    private DateTime _moreAt;

    public DiscordEmbedQueue(DiscordEmbedBuilder writer)
    {
        _writer = writer;
    }

    public bool IsEmpty => _embeds.Count == 0 && !HasMore;

    /// <summary>How many embeds it will come to.</summary>
    public int Count => _embeds.Count + (HasMore ? 1 : 0);

    private bool HasMore => _moreCleared + _moreFailed > 0;

    /// <param name="batch">What has ended.</param>
    /// <param name="at">When, in UTC.</param>
    public void Add(OutcomeGroup batch, DateTime at)
    {
        // Once some are only counted the next ones are too: the order of what is posted stays that of the ends.
        if (_embeds.Count < Most && !HasMore)
        {
            _embeds.Enqueue(_writer.Of(batch, at));
            return;
        }

        _moreCleared += batch.Failure is null ? batch.CallIds.Count : 0;
        _moreFailed += batch.Failure is null ? 0 : batch.CallIds.Count;
        _moreAt = at;
    }

    /// <summary>Takes the next message's embeds, as many as Discord takes at once; empty where nothing waits.</summary>
    public IReadOnlyList<DiscordEmbed> Take()
    {
        var taken = new List<DiscordEmbed>();
        var length = 0;
        while (_embeds.Count > 0 && Fits(taken, length + _embeds.Peek().Length))
        {
            length += _embeds.Peek().Length;
            taken.Add(_embeds.Dequeue());
        }

        if (_embeds.Count == 0 && HasMore)
        {
            var more = _writer.OfMore(_moreCleared, _moreFailed, _moreAt);
            if (Fits(taken, length + more.Length))
            {
                taken.Add(more);
                _moreCleared = 0;
                _moreFailed = 0;
            }
        }

        return taken;
    }

    public void Clear()
    {
        _embeds.Clear();
        _moreCleared = 0;
        _moreFailed = 0;
    }

    private static bool Fits(List<DiscordEmbed> taken, int length) => taken.Count < MostInAMessage && length <= MostCharacters;
}
