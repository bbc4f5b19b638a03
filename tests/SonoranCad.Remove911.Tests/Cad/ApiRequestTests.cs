using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class ApiRequestTests
{
    private readonly ApiRequest _requests = new("1.2.3");
    private readonly CadAccount _account = new("https://api.sonorancad.com", "my-community", "my-key", 2);

    [Fact]
    public void V1VersionRequestMatchesDocumentation()
    {
        var request = _requests.ForVersion(ApiVersion.V1, _account);

        Assert.Equal(("POST", "https://api.sonorancad.com/general/get_version"), (request.Method, request.Url));
        Assert.Equal("""{"id":"my-community","key":"my-key","type":"GET_VERSION","data":[]}""", request.Body);
    }

    [Fact]
    public void V2VersionRequestHasKeyInHeader()
    {
        var request = _requests.ForVersion(ApiVersion.V2, _account);

        Assert.Equal(("GET", "https://api.sonorancad.com/v2/general/version"), (request.Method, request.Url));
        Assert.Empty(request.Body);
        Assert.Equal("Bearer my-key", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("sonorancad-remove911/1.2.3", request.Headers["User-Agent"]);
    }
}
