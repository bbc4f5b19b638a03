using System;

namespace Playground.Commands;

/// <summary>A word of the prompt.</summary>
/// <param name="Usage">What to type: the word, then placeholders in capitals.</param>
/// <param name="Meaning">What it does, in a line of the help.</param>
/// <param name="Run">Gets what was typed behind the word, trimmed.</param>
internal sealed record PromptCommand(string Usage, string Meaning, Func<string, PromptResult> Run)
{
    /// <summary>Whether calls may be cleared by it, so that those before and after are worth a look.</summary>
    public bool MayClearCalls { get; init; }

    public string Name => Usage.Split(' ')[0];
}
