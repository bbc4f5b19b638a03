using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>What may and must become of a call, given what the CAD has said about it.</summary>
internal sealed class OutcomeRules
{
    private static readonly string[] AccountCodes = ["invalid_api_key"];
    private static readonly string[] EndpointCodes = ["endpoint_not_found"];

    public bool IsAccountRefused { get; private set; }

    public void OnRestarted() => IsAccountRefused = false;

    /// <param name="ended">The requests whose end the tick has handled.</param>
    /// <param name="outcomes">The calls that it has completed, with the code of the failure or null.</param>
    /// <param name="inDoubt">The calls that an earlier try may have cleared.</param>
    /// <param name="removedByCad">The calls that the CAD has reported gone.</param>
    public void Check(
        IReadOnlyList<TrackedRequest> ended, Dictionary<int, string?> outcomes, IReadOnlySet<int> inDoubt, IReadOnlySet<int> removedByCad)
    {
        IsAccountRefused |= ended.Any(request => request.Response == CadResponse.AccountRefused);
        var endpointIsGone = ended.Any(request => request.Response == CadResponse.NoSuchEndpoint);
        foreach (var (call, code) in outcomes)
        {
            var own = ended.FirstOrDefault(request => request.Calls.Contains(call));
            var isExpected = removedByCad.Contains(call) ? code is null
                : Decides(own) ? code == Decision(own!, call, inDoubt)
                : (IsAccountRefused && AccountCodes.Contains(code)) || (endpointIsGone && EndpointCodes.Contains(code));
            Promise.Check(isExpected, $"Call {call} ended as {code ?? "cleared"} after {Describe(own)}{(inDoubt.Contains(call) ? ", and an earlier try may have cleared it" : "")}.");
        }

        foreach (var request in ended)
        {
            foreach (var call in request.Calls.Where(call => Decides(request) || removedByCad.Contains(call)))
            {
                Promise.Check(outcomes.ContainsKey(call), $"Call {call} did not end after {Describe(request)}.");
            }
        }
    }

    // A refusal or a missing call decides only about a call that was asked for alone.
    private static bool Decides(TrackedRequest? request) => request?.Response is CadResponse.Cleared
        || (request?.Response is CadResponse.Refused or CadResponse.CallNotFound && request.Calls.Count == 1);

    private static string? Decision(TrackedRequest request, int call, IReadOnlySet<int> inDoubt) => request.Response switch
    {
        CadResponse.Refused => "cad_rejected",
        CadResponse.CallNotFound when !inDoubt.Contains(call) => "call_not_found",
        _ => null,
    };

    private static string Describe(TrackedRequest? request) =>
        request is null ? "no response" : $"{request.Response?.ToString() ?? "our timeout"} for {string.Join(", ", request.Calls)}";
}
