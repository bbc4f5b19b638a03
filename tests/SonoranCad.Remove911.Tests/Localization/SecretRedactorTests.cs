using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Localization;

public sealed class SecretRedactorTests
{
    private readonly SecretRedactor _redactor = new();

    [Theory]
    [InlineData("the key s3cr3t-K3Y is wrong", "the key [secret] is wrong")]
    [InlineData("S3CR3T-k3y", "[secret]")]
    [InlineData("no key here", "no key here")]
    public void SecretIsRedactedRegardlessOfCase(string text, string expected)
    {
        _redactor.Add("s3cr3t-K3Y");

        Assert.Equal(expected, _redactor.Redact(text));
    }

    // Found by the fuzzer: the CAD quoted a key without the quotes that the owner had pasted with it.
    [Fact]
    public void KeyPastedWithQuotesIsRedactedWithoutThemToo()
    {
        var secrets = new SecretRedactor();
        secrets.Add("\"key-of-the-file\"");

        Assert.Equal("the key \"[secret]\", [secret]", secrets.Redact("the key \"key-of-the-file\", key-of-the-file"));
    }

    [Fact]
    public void SecretEqualToReplacementTextDoesNotLoop()
    {
        _redactor.Add("secret");

        Assert.Equal("[secret] and [secret]", _redactor.Redact("secret and SECRET"));
    }

    [Fact]
    public void JsonAndUrlEscapedFormsAreRedacted()
    {
        _redactor.Add("a\"b/c+d");

        Assert.DoesNotContain("b/c", _redactor.Redact("{\"key\":\"a\\\"b/c+d\"}"));
        Assert.DoesNotContain("b%2F", _redactor.Redact("?key=a%22b%2Fc%2Bd"));
    }

    [Theory]
    [InlineData("bad key abcd\u0000efgh!")]
    [InlineData("bad key abcd^1efgh!")]
    [InlineData("bad key abc^1defgh!")]
    public void SanitizingDoesNotReassembleSecret(string text)
    {
        _redactor.Add("abcdefgh");

        Assert.DoesNotContain("efgh", _redactor.CleanAndRedact(text.Replace("\u0000", "\u200B"), 200));
    }

    [Fact]
    public void TruncationDoesNotLeavePartOfSecret()
    {
        _redactor.Add("0123456789");

        Assert.DoesNotContain("012", _redactor.CleanAndRedact(new string('x', 35) + "0123456789", 40));
    }
}
