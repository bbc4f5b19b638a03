namespace Playground.Commands;

/// <summary>Whether a command did all that it asked, and if not, why.</summary>
internal sealed record PromptResult(bool IsDone, string Reason)
{
    public static PromptResult Done { get; } = new(true, string.Empty);

    public static PromptResult Failed(string why) => new(false, why);
}
