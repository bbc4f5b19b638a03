namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The result of a query for the open calls.</summary>
/// <param name="Calls">The open calls, newest first; null if unknown.</param>
/// <param name="IsTruncated">Whether more, older calls are open.</param>
/// <param name="IsSinceStart">Whether calls from before the resource started are missing.</param>
/// <param name="ListError">Why the CAD's list couldn't be fetched. With calls: they are not checked against the list.</param>
/// <param name="Refusal">Why the CAD can't be asked at all, as for a removal; or null.</param>
internal sealed record OpenCallsResult(
    IReadOnlyList<OpenCall>? Calls, bool IsTruncated, bool IsSinceStart, CallListError? ListError, RemovalError? Refusal)
{
    public static OpenCallsResult FromCache(OpenCallCache cache, CallListError? listError, bool isSinceStart) =>
        new(cache.GetNewestFirst(), cache.IsTruncated, isSinceStart, listError, null);

    public static OpenCallsResult Failed(CallListError listError) => new(null, false, false, listError, null);

    public static OpenCallsResult Refused(RemovalError refusal) => new(null, false, false, null, refusal);
}
