using System;

namespace Playground.Commands;

/// <summary>A command of the Playground's own.</summary>
/// <param name="Usage">What to type: the command's name, then placeholders in capitals.</param>
/// <param name="Meaning">What it does, for the help.</param>
/// <param name="Run">Gets what was typed after the name, trimmed.</param>
internal sealed record PromptCommand(string Usage, string Meaning, Func<string, PromptResult> Run)
{
    /// <summary>Whether it can clear calls, so that those before and after are shown.</summary>
    public bool MayClearCalls { get; init; }

    public string Name => Usage.Split(' ')[0];

    /// <summary>Whether words may follow the name.</summary>
    public bool TakesWords => Usage.Contains(' ', StringComparison.Ordinal);
}
