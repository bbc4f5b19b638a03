using System;

namespace FxServer;

/// <summary>Carries the server's requests to their addresses.</summary>
public interface IFxHttpTransport
{
    /// <summary>Sends a request. Never throws: an error becomes a response with status 0.</summary>
    /// <param name="request">Its URL is absolute, http or https.</param>
    /// <param name="noByteTimeout">The timeout for the first byte and between any two bytes.</param>
    /// <param name="keepAlive">If false, the request uses its own connection.</param>
    /// <param name="end">Called once, on any thread, after this method has returned.</param>
    void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end);
}
