using System;
using System.Threading.Tasks;
using FxServer;

namespace Playground.Scene;

/// <summary>Sends requests to the real CAD and to this machine, and no removal before somebody has agreed to it.</summary>
/// <param name="cad">The CAD's address.</param>
/// <param name="mayRemove">Whether somebody has agreed.</param>
/// <param name="blocked">Told the host of a request that is not sent.</param>
internal sealed class LiveTransport(Uri cad, Func<bool> mayRemove, Action<string> blocked) : IFxHttpTransport
{
    private readonly SocketTransport _sockets = new();

    public void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end)
    {
        var url = new Uri(request.Url);
        var isCad = url.GetLeftPart(UriPartial.Authority) == cad.GetLeftPart(UriPartial.Authority);
        if (isCad ? IsRemoval(request, url) && !mayRemove() : !url.IsLoopback)
        {
            blocked(url.Host);
            _ = Task.Run(() => end(FxHttpResponse.None("The Playground did not send it.")));
            return;
        }

        _sockets.Send(request, noByteTimeout, keepAlive, end);
    }

    // v2's DELETE, and REMOVE_911 on both paths of v1. No other request changes anything.
    private static bool IsRemoval(FxHttpRequest request, Uri url) =>
        request.Method == "DELETE" || url.AbsolutePath.EndsWith("/emergency", StringComparison.Ordinal)
        || url.AbsolutePath.EndsWith("/emergency/remove_911", StringComparison.Ordinal);
}
