using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class ApiUrlValidatorTests
{
    [Theory]
    [InlineData("https://api.sonorancad.com")]
    [InlineData("HTTPS://cad.example:8443/path/")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://LocalHost")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.9.9.9:1")]
    [InlineData("http://[::1]:80")]
    public void HttpsAndThisMachineAreAccepted(string text) => Assert.Null(ApiUrlValidator.Validate(text));

    [Theory]
    [InlineData("", "must be a full https address")]
    [InlineData("api.sonorancad.com", "must be a full https address")]
    [InlineData("/path", "must be a full https address")]
    [InlineData("https://", "must be a full https address")]
    [InlineData("https:///path", "must be a full https address")]
    [InlineData("ftp://127.0.0.1", "must be a full https address")]
    [InlineData("https://user@cad.example", "must not contain a user name or password")]
    [InlineData("https://:password@cad.example", "must not contain a user name or password")]
    [InlineData("https://cad.example/@", "must not contain a user name or password")]
    [InlineData("https://cad.example?a=b", "must end with the host or a path, without ? and #")]
    [InlineData("https://cad.example/?", "must end with the host or a path, without ? and #")]
    [InlineData("https://cad.example/#a", "must end with the host or a path, without ? and #")]
    [InlineData("https://cad.example/#", "must end with the host or a path, without ? and #")]
    [InlineData("https://cad.example/a b", "must not contain a space or an invisible character")]
    [InlineData("https://cad.example\u200B", "must not contain a space or an invisible character")]
    [InlineData("http://cad.example", "must begin with https:// (http only for this machine, 127.0.0.1)")]
    [InlineData("http://10.0.0.1", "must begin with https:// (http only for this machine, 127.0.0.1)")]
    [InlineData("http://[::2]", "must begin with https:// (http only for this machine, 127.0.0.1)")]
    [InlineData("http://127.0.0.1.cad.example", "must begin with https:// (http only for this machine, 127.0.0.1)")]
    public void EveryOtherAddressIsRejectedWithItsReason(string text, string reason) =>
        Assert.Equal(reason, ApiUrlValidator.Validate(text)?.InEnglish());
}
