namespace SonoranCad.Remove911.Resilience;

/// <summary>What became of a request that took a permit.</summary>
internal enum PermitOutcome
{
    /// <summary>It was within the limit.</summary>
    Used,

    /// <summary>It was beyond the limit, and does not count.</summary>
    Refused,

    /// <summary>Nobody knows whether it counts: no response, or not the service's own.</summary>
    Unknown,
}
