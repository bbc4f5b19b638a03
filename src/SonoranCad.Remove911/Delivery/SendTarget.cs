using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Where a request goes, and for which account.</summary>
internal sealed record SendTarget(IRemovalEndpoint Endpoint, CadAccount Account);
