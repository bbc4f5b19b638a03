namespace Playground.Web;

/// <summary>What somebody does on the page.</summary>
/// <param name="Kind">Which of its controls.</param>
/// <param name="Player">Whose chat it is, for <see cref="PageActionKind.Chat"/>.</param>
/// <param name="Text">What was typed, or which of the choices was taken.</param>
/// <param name="IsOn">How a switch was set.</param>
/// <param name="Caller">Of a new call, as are the next two.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Description">What the caller says.</param>
/// <param name="CallId">The call that a dispatcher removes.</param>
internal sealed record PageAction(
    PageActionKind Kind,
    int Player = 0,
    string Text = "",
    bool IsOn = false,
    string Caller = "",
    string Location = "",
    string Description = "",
    int CallId = 0);

internal enum PageActionKind
{
    /// <summary>A line typed in a player's chat.</summary>
    Chat,

    /// <summary>A line typed in the server's console.</summary>
    Console,

    /// <summary>Somebody calls 911.</summary>
    Place,

    /// <summary>A dispatcher removes a call in the CAD.</summary>
    Remove,

    /// <summary>The CAD fails every request, or works again.</summary>
    Fail,

    /// <summary>The CAD fails the next request.</summary>
    FailOnce,

    /// <summary>Starts or stops a resource that shows notifications.</summary>
    Resource,

    /// <summary>Agrees that calls are cleared in the real CAD.</summary>
    Confirm,
}

/// <summary>What came of an action.</summary>
/// <param name="IsDone">False if it was refused.</param>
/// <param name="Reason">Why it was refused, or empty.</param>
/// <param name="AsksFirst">Nothing was done: somebody has to agree first that calls are cleared in the real CAD.</param>
internal sealed record PageResult(bool IsDone, string Reason, bool AsksFirst = false);
