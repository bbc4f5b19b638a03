using System;
using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>A removal whose request is on its way.</summary>
internal sealed class InFlight
{
    public InFlight(Removal removal, CadAccount account, TimeSpan sentAt)
    {
        Removal = removal;
        Account = account;
        SentAt = sentAt;
    }

    public Removal Removal { get; }

    /// <summary>The account it was sent with: an answer about the key is about this one.</summary>
    public CadAccount Account { get; }

    public TimeSpan SentAt { get; }

    /// <summary>The answer noted for the next tick, or null.</summary>
    public CadAnswer? Answer { get; set; }
}
