using System.Collections.Generic;

namespace SonoranCad.Remove911.Calls;

/// <summary>What came of asking the CAD for its list: the calls, or why not.</summary>
internal sealed class CallListAnswer
{
    private CallListAnswer(IReadOnlyList<OpenCall>? calls, ListFailure? failure)
    {
        Calls = calls;
        Failure = failure;
    }

    public IReadOnlyList<OpenCall>? Calls { get; }

    public ListFailure? Failure { get; }

    public static CallListAnswer Of(IReadOnlyList<OpenCall> calls) => new(calls, null);

    public static CallListAnswer Failed(ListFailure failure) => new(null, failure);
}
