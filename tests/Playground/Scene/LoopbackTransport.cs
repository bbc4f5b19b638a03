using System;
using System.Threading.Tasks;
using FxServer;

namespace Playground.Scene;

/// <summary>
/// Sends requests to this machine only. Somebody may type the address of the real CAD or of a real webhook, and nothing tried
/// here may reach those.
/// </summary>
/// <param name="blocked">Told the host of a request that is not sent.</param>
internal sealed class LoopbackTransport(Action<string> blocked) : IFxHttpTransport
{
    private readonly SocketTransport _sockets = new();

    public void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end)
    {
        var url = new Uri(request.Url);
        if (url.IsLoopback)
        {
            _sockets.Send(request, noByteTimeout, keepAlive, end);
        }
        else
        {
            blocked(url.Host);
            _ = Task.Run(() => end(FxHttpResponse.None("Could not resolve host: " + url.Host)));
        }
    }
}
