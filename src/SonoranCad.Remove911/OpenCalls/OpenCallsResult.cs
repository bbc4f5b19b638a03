using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>What somebody is told who asks which calls are open.</summary>
internal sealed class OpenCallsResult
{
    private OpenCallsResult(IReadOnlyList<OpenCall>? calls, bool isCut, bool isSinceStart, CallListError? failure, RemovalError? fault)
    {
        IsSinceStart = isSinceStart;
        Calls = calls;
        IsCut = isCut;
        Failure = failure;
        Fault = fault;
    }

    /// <summary>The open calls, the newest first; null where nothing tells.</summary>
    public IReadOnlyList<OpenCall>? Calls { get; }

    /// <summary>Whether older calls than these are open too.</summary>
    public bool IsCut { get; }

    /// <summary>Whether calls that were open before the resource started are not among these.</summary>
    public bool IsSinceStart { get; }

    /// <summary>Why the CAD's list could not be had; with calls: why they could not be checked against it.</summary>
    public CallListError? Failure { get; }

    /// <summary>Why nothing can be asked of the CAD at all, as a removal would be answered; or null.</summary>
    public RemovalError? Fault { get; }

    public static OpenCallsResult Of(OpenCallCache board, CallListError? failure, bool isSinceStart) =>
        new(board.NewestFirst(), board.IsCut, isSinceStart, failure, null);

    public static OpenCallsResult Failed(CallListError failure) => new(null, false, false, failure, null);

    public static OpenCallsResult Refused(RemovalError fault) => new(null, false, false, null, fault);
}
