using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CadServer;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>Reads which calls a request to the CAD names.</summary>
internal static class RequestedCallIds
{
    public static IReadOnlyList<int> In(ReceivedRequest request)
    {
        if (request.Method == "DELETE")
        {
            return [int.Parse(request.Path.Split('/')[^1], CultureInfo.InvariantCulture)];
        }

        using var body = JsonDocument.Parse(request.Body);
        return [.. body.RootElement.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("callId").GetInt32())];
    }
}
