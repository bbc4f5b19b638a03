using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Commands;

/// <summary>One use of a subcommand.</summary>
internal sealed class CommandContext(Requester requester, IReply reply, SubcommandUsage usage)
{
    public Requester Requester { get; } = requester;

    public IReply Reply { get; } = reply;

    public SubcommandUsage Usage { get; } = usage;
}
