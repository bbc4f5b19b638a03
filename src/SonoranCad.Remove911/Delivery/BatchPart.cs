using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>A part of a batch that the CAD refused or failed on, or the batch as a whole when it is tried again.</summary>
/// <param name="family">What all parts of one batch share.</param>
/// <param name="clearedBefore">How many requests had cleared calls when the batch was split.</param>
internal sealed class BatchPart(SplitFamily family, int clearedBefore)
{
    public SplitFamily Family { get; } = family;

    public int ClearedBefore { get; } = clearedBefore;

    /// <summary>The other half; null for the whole. Set by <see cref="WaitingQueue"/>.</summary>
    public BatchPart? Sibling { get; set; }

    /// <summary>Why the CAD refused it, or null. Set by <see cref="RefusalHandler"/>.</summary>
    public RemovalError? Refusal { get; set; }
}

/// <summary>What all parts of one split batch share.</summary>
internal sealed class SplitFamily
{
    /// <summary>How often both halves were refused alike. Set by <see cref="RefusalHandler"/>.</summary>
    public int Rounds { get; set; }
}
