using System.Collections.Generic;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>What came of asking the CAD for its list: the calls, or why not.</summary>
internal sealed class CallListResult
{
    private CallListResult(IReadOnlyList<OpenCall>? calls, CallListError? error)
    {
        Calls = calls;
        Error = error;
    }

    public IReadOnlyList<OpenCall>? Calls { get; }

    public CallListError? Error { get; }

    public static CallListResult From(IReadOnlyList<OpenCall> calls) => new(calls, null);

    public static CallListResult Failed(CallListError error) => new(null, error);
}
