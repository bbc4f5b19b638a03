namespace SonoranCad.Remove911.Tests.Model;

internal enum ChoiceKind
{
    /// <summary>The next requester asks.</summary>
    Submit,

    /// <summary>The server ticks, and no time passes.</summary>
    Tick,

    /// <summary>Time passes until a request may go out, and the server ticks.</summary>
    Wait,

    /// <summary>Time passes until the oldest request in flight is overdue, and the server ticks.</summary>
    TimeOut,

    /// <summary>A response comes for a request in flight; the next tick reads it.</summary>
    Respond,

    /// <summary>The CAD reports that a call is gone.</summary>
    RemoveByCad,

    ChangeSettings,

    /// <summary>The resource stops and starts.</summary>
    Stop,

    /// <summary>The server's process ends at once and starts; what was written is kept.</summary>
    Kill,

    /// <summary>The power fails; what was not flushed is lost.</summary>
    LosePower,
}

internal enum SettingsChange
{
    Limits,
    Api,
    ApiKey,
}

/// <summary>One thing that can happen next; what the numbers mean depends on the kind.</summary>
internal readonly record struct Choice(ChoiceKind Kind, int Subject = 0, int Detail = 0)
{
    /// <summary>Whether something goes wrong here; a path has a limited number of these.</summary>
    public bool IsDisturbance => Kind switch
    {
        ChoiceKind.Submit or ChoiceKind.Tick or ChoiceKind.Wait => false,
        ChoiceKind.Respond => (CadResponse)Detail != CadResponse.Cleared,
        _ => true,
    };

    /// <summary>Whether this happens on its own while the CAD and the server work.</summary>
    public bool IsProgress => !IsDisturbance && Kind != ChoiceKind.Submit;

    public override string ToString() => Kind switch
    {
        ChoiceKind.Respond => $"{Kind} to request {Subject + 1}: {(CadResponse)Detail}",
        ChoiceKind.ChangeSettings => $"{Kind}: {(SettingsChange)Detail}",
        ChoiceKind.RemoveByCad => $"{Kind}: {Subject}",
        _ => Kind.ToString(),
    };
}
