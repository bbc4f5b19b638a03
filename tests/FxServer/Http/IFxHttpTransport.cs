using System;

namespace FxServer;

/// <summary>Carries the server's requests to where they are addressed.</summary>
public interface IFxHttpTransport
{
    /// <summary>Sends a request. It never throws: whatever keeps an answer from coming is an answer of status 0.</summary>
    /// <param name="request">Its URL is absolute, http or https.</param>
    /// <param name="noByteTimeout">How long to wait for the first byte, and between any two.</param>
    /// <param name="keepAlive">False asks for a connection of its own.</param>
    /// <param name="end">Called once, on any thread, after this method has returned.</param>
    void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end);
}
