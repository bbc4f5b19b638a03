using CadServer.V1;
using CadServer.V2;

namespace CadServer.Http;

/// <summary>Dispatches a request to its endpoint, if there is one.</summary>
internal sealed class Router
{
    private readonly Cad _cad;
    private readonly V1Endpoints _v1;
    private readonly V2Endpoints _v2;

    public Router(Cad cad, CommunityRegister communities)
    {
        _cad = cad;
        _v1 = new V1Endpoints(cad, communities);
        _v2 = new V2Endpoints(cad, communities);
    }

    public StubResponse Handle(ReceivedRequest request)
    {
        switch (request.Method, request.Path)
        {
            case ("POST", "/emergency"):
                return _cad.UntypedEmergencyRoute ? _v1.Remove911(request) : Retired();
            case ("POST", "/emergency/remove_911"):
                return _cad.TypedEmergencyRoute ? _v1.Remove911(request) : Retired();
            case ("POST", "/emergency/get_calls"):
                return _cad.V1QueryRoutes ? _v1.GetCalls(request) : Retired();
            case ("POST", "/general/get_version"):
                return _cad.V1QueryRoutes ? _v1.GetVersion(request) : Retired();
        }

        return V2Path.TryRead(request.Method, request.Path) is { } path
            ? _cad.V2Routes ? _v2.Handle(request, path) : Retired()
            : NoEndpoint();
    }

    private StubResponse Retired() => _cad.RetiredRouteResponse.Response?.Invoke() ?? NoEndpoint();

    /// <summary>The CAD's unusual 404.</summary>
    private static StubResponse NoEndpoint() => Http.StubResponse.Text(200, "Sonoran CAD: Backend Service Reached");
}
