using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>What somebody is told who asks which calls are open.</summary>
internal sealed class OpenCallsResult
{
    private OpenCallsResult(IReadOnlyList<OpenCall>? calls, bool isTruncated, bool isSinceStart, CallListError? listError, RemovalError? refusal)
    {
        IsSinceStart = isSinceStart;
        Calls = calls;
        IsTruncated = isTruncated;
        ListError = listError;
        Refusal = refusal;
    }

    /// <summary>The open calls, the newest first; null where nothing tells.</summary>
    public IReadOnlyList<OpenCall>? Calls { get; }

    /// <summary>Whether older calls than these are open too.</summary>
    public bool IsTruncated { get; }

    /// <summary>Whether calls that were open before the resource started are not among these.</summary>
    public bool IsSinceStart { get; }

    /// <summary>Why the CAD's list could not be had; with calls: why they could not be checked against it.</summary>
    public CallListError? ListError { get; }

    /// <summary>Why nothing can be asked of the CAD at all, as a removal would be answered; or null.</summary>
    public RemovalError? Refusal { get; }

    public static OpenCallsResult FromCache(OpenCallCache cache, CallListError? listError, bool isSinceStart) =>
        new(cache.GetNewestFirst(), cache.IsTruncated, isSinceStart, listError, null);

    public static OpenCallsResult Failed(CallListError listError) => new(null, false, false, listError, null);

    public static OpenCallsResult Refused(RemovalError refusal) => new(null, false, false, null, refusal);
}
