namespace SonoranCad.Remove911.Delivery;

/// <summary>What to do after a response that there is no such endpoint.</summary>
internal enum MissingStep
{
    /// <summary>Try the same endpoint again, because it has worked before.</summary>
    RetrySame,

    /// <summary>Another endpoint is in use now.</summary>
    Switched,

    /// <summary>No endpoint is left to try.</summary>
    Exhausted,
}
