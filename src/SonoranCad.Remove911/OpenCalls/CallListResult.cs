namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The result of a list request: the calls, or else the error.</summary>
internal sealed record CallListResult(CallList? Calls, CallListError? Error)
{
    public static CallListResult From(CallList calls) => new(calls, null);

    public static CallListResult Failed(CallListError error) => new(null, error);
}
