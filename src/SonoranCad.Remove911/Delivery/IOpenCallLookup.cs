namespace SonoranCad.Remove911.Delivery;

internal interface IOpenCallLookup
{
    /// <summary>Whether the open calls are known from a source that is at most a minute old, and this call is not among them.</summary>
    bool IsAbsent(int callId, TimeSpan now);
}
