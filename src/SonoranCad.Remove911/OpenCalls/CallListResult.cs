namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The result of a list request: the calls, or else the error.</summary>
internal sealed record CallListResult(IReadOnlyList<OpenCall>? Calls, CallListError? Error)
{
    public static CallListResult From(IReadOnlyList<OpenCall> calls) => new(calls, null);

    public static CallListResult Failed(CallListError error) => new(null, error);
}
