using System.Collections.Generic;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>What came of asking the CAD for its list: the calls, or why not.</summary>
internal sealed class CallListResult
{
    private CallListResult(IReadOnlyList<OpenCall>? calls, CallListError? failure)
    {
        Calls = calls;
        Failure = failure;
    }

    public IReadOnlyList<OpenCall>? Calls { get; }

    public CallListError? Failure { get; }

    public static CallListResult Of(IReadOnlyList<OpenCall> calls) => new(calls, null);

    public static CallListResult Failed(CallListError failure) => new(null, failure);
}
