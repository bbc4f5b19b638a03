using System;
using System.Threading.Tasks;

namespace FxServer;

/// <summary>Sends over real sockets, on pool threads.</summary>
internal sealed class SocketTransport : IFxHttpTransport
{
    public void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end) =>
        _ = Task.Run(async () => end(await HttpSender.SendAsync(request, noByteTimeout, keepAlive).ConfigureAwait(false)));
}
