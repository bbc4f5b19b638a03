namespace SonoranCad.Remove911.Removals;

/// <summary>Why a call was not cleared: a kind for decisions, a code for programs and a message for people.</summary>
internal sealed class RemovalError(RemovalErrorKind kind, Phrase message)
{
    public RemovalErrorKind Kind { get; } = kind;

    /// <summary>The code that the docs list. It never changes.</summary>
    public string Code { get; } = RemovalErrorCodes.For(kind);

    /// <summary>What happened and what to do next, in whole sentences, without secrets and call ids.</summary>
    public Phrase Message { get; } = message;

    /// <summary>The HTTP status of the CAD's refusal; 0 for any other error.</summary>
    public int Status { get; init; }

    /// <summary>The CAD's own words of a refusal, safe to show; empty for any other error.</summary>
    public string CadMessage { get; init; } = string.Empty;
}
