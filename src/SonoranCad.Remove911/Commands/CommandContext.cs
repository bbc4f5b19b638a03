using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Commands;

/// <summary>One use of the command.</summary>
internal sealed class CommandContext
{
    public CommandContext(Requester requester, IReply reply, IReadOnlyList<object> words)
    {
        Requester = requester;
        Reply = reply;
        Words = words;
    }

    public Requester Requester { get; }

    public IReply Reply { get; }

    /// <summary>The words behind the command, its own first word among them; texts, as the server hands them over.</summary>
    public IReadOnlyList<object> Words { get; }

    /// <summary>A word by its place, in lower case; empty where there is none.</summary>
    public string WordAt(int index) => index < Words.Count ? (Words[index] as string ?? string.Empty).ToLowerInvariant() : string.Empty;
}
