using CadServer.V2;

namespace CadServer.Http;

/// <summary>Reads a request's route from its method and path alone, as the gateway in front of the CAD could.</summary>
internal static class RouteReader
{
    /// <returns>Null if there is no such endpoint.</returns>
    public static CadRoute? Read(ReceivedRequest request) => (request.Method, request.Path) switch
    {
        ("POST", "/emergency" or "/emergency/remove_911") => CadRoute.Remove911,
        ("POST", "/emergency/get_calls") => CadRoute.Calls,
        ("POST", "/general/get_version") => CadRoute.Version,
        var (method, path) => V2Path.TryRead(method, path)?.Endpoint switch
        {
            V2Route.Remove911 => CadRoute.Remove911,
            V2Route.Calls => CadRoute.Calls,
            V2Route.Version => CadRoute.Version,
            _ => null,
        },
    };
}
