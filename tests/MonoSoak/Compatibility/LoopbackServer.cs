using System;

namespace CadServer.Http;

/// <summary>Stands in for the host of the CAD's sockets, which needs ASP.NET Core.</summary>
internal static class LoopbackServer
{
    public static IWebHost Start(int port, RequestHandler handler) =>
        throw new NotSupportedException($"On Mono the CAD has no sockets: port {port} cannot be opened for {handler}.");
}
