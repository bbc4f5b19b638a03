using System;

namespace CadServer.Http;

/// <summary>What becomes of a request that was kept: the fault that meets it, and its answer. Nothing in here knows how it is sent.</summary>
internal sealed class RequestHandler
{
    private readonly CadFaults _faults;
    private readonly Func<ReceivedRequest, StubResponse> _answer;

    /// <param name="log">Keeps every request.</param>
    /// <param name="faults">Asked for each.</param>
    /// <param name="answer">Does the work.</param>
    public RequestHandler(RequestLog log, CadFaults faults, Func<ReceivedRequest, StubResponse> answer)
    {
        Log = log;
        _faults = faults;
        _answer = answer;
    }

    public RequestLog Log { get; }

    /// <summary>Does the request's work, unless its fault keeps it from that.</summary>
    /// <returns>The answer, or null if the connection closes before the work; and the fault, if there is one.</returns>
    public (StubResponse? Answer, CadFault? Fault) Handle(ReceivedRequest request)
    {
        try
        {
            var fault = request.Fault = _faults.Next(request);
            return (fault is { DropsBefore: true } ? null : fault?.Response?.Invoke() ?? _answer(request).WithNote(fault?.Note), fault);
        }
        catch (Exception mistake)
        {
            // A test's chooser or the stand-in itself is at fault; nothing logs here, so the answer has to say so.
            return (StubResponse.Text(500, $"The stand-in failed: {mistake}"), null);
        }
    }
}
