using System;

namespace CadServer.Http;

/// <summary>Records each request and decides its fault and response, independently of how they are sent.</summary>
internal sealed class RequestHandler
{
    private readonly CadFaults _faults;
    private readonly Func<ReceivedRequest, StubResponse> _answer;

    public RequestHandler(RequestLog log, CadFaults faults, Func<ReceivedRequest, StubResponse> answer)
    {
        Log = log;
        _faults = faults;
        _answer = answer;
    }

    public RequestLog Log { get; }

    /// <summary>Does the request's work, unless its fault prevents that.</summary>
    /// <returns>The response, or null if the connection closes before the work; and the fault, if there is one.</returns>
    public (StubResponse? Answer, CadFault? Fault) Handle(ReceivedRequest request)
    {
        try
        {
            var fault = request.Fault = _faults.Next(request);
            return (fault is { DropsBefore: true } ? null : fault?.Response?.Invoke() ?? _answer(request).WithNote(fault?.Note), fault);
        }
        catch (Exception mistake)
        {
            // A test's selector or the stand-in itself has failed. Nothing is logged here, so the response has to say so.
            return (StubResponse.Text(500, $"The stand-in failed: {mistake}"), null);
        }
    }
}
