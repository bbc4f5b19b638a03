using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Messages;

public sealed class SecretFilterTests
{
    private readonly SecretRedactor _filter = new();

    [Theory]
    [InlineData("the key s3cr3t-K3Y is wrong", "the key [secret] is wrong")]
    [InlineData("S3CR3T-k3y", "[secret]")]
    [InlineData("no key here", "no key here")]
    public void TheKeyIsTakenOutWhateverItsCase(string text, string expected)
    {
        _filter.Add("s3cr3t-K3Y");

        Assert.Equal(expected, _filter.Redact(text));
    }

    [Fact]
    public void AKeyThatIsTheWordSecretDoesNotHang()
    {
        _filter.Add("secret");

        Assert.Equal("[secret] and [secret]", _filter.Redact("secret and SECRET"));
    }

    [Fact]
    public void EscapedFormsAreTakenOutToo()
    {
        _filter.Add("a\"b/c+d");

        Assert.DoesNotContain("b/c", _filter.Redact("{\"key\":\"a\\\"b/c+d\"}"));
        Assert.DoesNotContain("b%2F", _filter.Redact("?key=a%22b%2Fc%2Bd"));
    }

    [Theory]
    [InlineData("bad key abcd\u0000efgh!")]
    [InlineData("bad key abcd^1efgh!")]
    [InlineData("bad key abc^1defgh!")]
    public void CleaningDoesNotPutAKeyTogether(string text)
    {
        _filter.Add("abcdefgh");

        Assert.DoesNotContain("efgh", _filter.CleanAndRedact(text.Replace("\u0000", "\u200B"), 200));
    }

    [Fact]
    public void CuttingDoesNotLeaveHalfAKey()
    {
        _filter.Add("0123456789");

        Assert.DoesNotContain("012", _filter.CleanAndRedact(new string('x', 35) + "0123456789", 40));
    }
}
