namespace SonoranCad.Remove911.Delivery;

/// <summary>A part of a batch that the CAD refused or failed on.</summary>
internal sealed class BatchPart(SplitFamily family)
{
    public SplitFamily Family { get; } = family;
}

/// <summary>What all parts of one split batch share.</summary>
internal sealed class SplitFamily
{
    private RemovalError? _error;
    private int _refusals;
    private int _cleared;

    /// <summary>Whether the CAD refused it, rather than failed: an outage that ends does not change that.</summary>
    public bool IsRefused => _error is not null;

    /// <summary>
    /// Counts a refusal; returns how many there were in the same words since anything was cleared. So many calls have been
    /// <paramref name="cleared"/> by now, whoever asked for them.
    /// </summary>
    public int CountRefusal(RemovalError error, int cleared)
    {
        _refusals = cleared == _cleared && error.Message.Equals(_error?.Message) ? _refusals + 1 : 1;
        _cleared = cleared;
        _error = error;
        return _refusals;
    }
}
