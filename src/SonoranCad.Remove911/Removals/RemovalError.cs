using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Why a call was not cleared: a code for programs that never changes, and a sentence for people.</summary>
internal sealed class RemovalError
{
    public RemovalError(string code, Phrase message)
    {
        Code = code;
        Message = message;
    }

    /// <summary>The stable code, as the README lists it.</summary>
    public string Code { get; }

    /// <summary>What happened and what to do; whole sentences, no secret, no call id.</summary>
    public Phrase Message { get; }

    public override string ToString() => $"{Code}: {Message}";
}
