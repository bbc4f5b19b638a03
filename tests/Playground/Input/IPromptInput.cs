using System;

namespace Playground.Input;

/// <summary>Where the lines come from: a terminal, or a pipe.</summary>
internal interface IPromptInput
{
    /// <summary>Whether somebody sits there who can type while a removal is pending.</summary>
    bool IsInteractive { get; }

    /// <summary>Whether no further line will come.</summary>
    bool IsOver { get; }

    /// <summary>Shows the prompt, with what has been typed so far.</summary>
    /// <param name="isWaiting">The prompt says that something is pending.</param>
    void Show(bool isWaiting);

    /// <summary>Makes room for other output; <see cref="Show"/> follows.</summary>
    void Hide();

    /// <summary>Waits for a line, but not long: the server has to tick.</summary>
    bool TryRead(TimeSpan wait, out string line);
}
