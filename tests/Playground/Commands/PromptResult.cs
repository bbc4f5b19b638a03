using System;

namespace Playground.Commands;

/// <summary>Whether a line did everything that it asked for, and if not, why.</summary>
internal sealed record PromptResult(bool IsDone, string Reason)
{
    public static PromptResult Done { get; } = new(true, string.Empty);

    /// <summary>Set while the result is not known: returns it as soon as it is. The argument is whether nothing is pending.</summary>
    public Func<bool, PromptResult?>? Later { get; init; }

    public bool IsPending => Later is not null;

    public static PromptResult Failed(string why) => new(false, why);

    public static PromptResult Awaiting(Func<bool, PromptResult?> later) => new(false, string.Empty) { Later = later };
}
