namespace SonoranCad.Remove911.Delivery;

/// <summary>What to do after a response that there is no such endpoint.</summary>
internal enum MissingStep
{
    /// <summary>The endpoint has worked before: try it again.</summary>
    RetrySame,

    /// <summary>Another endpoint is in use now.</summary>
    Switched,

    /// <summary>There is no other endpoint left to try.</summary>
    Exhausted,
}
