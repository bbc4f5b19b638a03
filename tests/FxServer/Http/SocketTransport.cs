using System;
using System.Threading.Tasks;

namespace FxServer;

/// <summary>Sends over real sockets, on pool threads.</summary>
public sealed class SocketTransport : IFxHttpTransport
{
    /// <inheritdoc/>
    public void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end) =>
        _ = Task.Run(async () => end(await HttpSender.SendAsync(request, noByteTimeout, keepAlive).ConfigureAwait(false)));
}
