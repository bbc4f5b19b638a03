namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Tells a call on which the CAD fails from a CAD that fails on everything. A failure is the calls' own as long as no other
/// call has failed since the last success. Once another call has failed, failures are common until a request succeeds.
/// </summary>
internal sealed class FailureClassifier
{
    private IReadOnlyList<OutboxEntry> _suspects = [];
    private bool _isCommon;

    /// <summary>How often the CAD has responded without failing.</summary>
    public int Successes { get; private set; }

    /// <summary>Notes that the CAD failed on a request; returns whether that is its calls' own failure.</summary>
    public bool IsOwnFailure(IReadOnlyList<OutboxEntry> entries)
    {
        if (!_isCommon && (_suspects.Count == 0 || entries.Any(_suspects.Contains)))
        {
            _suspects = entries;
            return true;
        }

        _isCommon = true;
        return false;
    }

    /// <summary>Notes a failure that no call can cause: no connection, too many requests, a firewall.</summary>
    public void RecordCommonFailure() => _isCommon = true;

    /// <summary>Notes that the CAD responds; returns whether it failed on everything before.</summary>
    public bool RecordSuccess()
    {
        Successes++;
        var wasCommon = _isCommon;
        _isCommon = false;
        _suspects = [];
        return wasCommon;
    }
}
