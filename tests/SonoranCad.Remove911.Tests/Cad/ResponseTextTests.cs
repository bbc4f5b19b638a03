using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Http;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class ResponseTextTests
{
    [Theory]
    [InlineData("{\"detail\":\"a\",\"title\":\"b\",\"message\":\"c\",\"error\":\"d\"}", "a")]
    [InlineData("{\"detail\":\"\",\"title\":\"b\",\"message\":\"c\",\"error\":\"d\"}", "b")]
    [InlineData("{\"detail\":1,\"message\":\"c\",\"error\":\"d\"}", "c")]
    [InlineData("{\"Error\":\"d\"}", "d")]
    [InlineData("{\"other\":\"e\"}", "{\"other\":\"e\"}")]
    [InlineData("[\"e\"]", "[\"e\"]")]
    [InlineData("plain", "plain")]
    [InlineData("<p>page", "")]
    [InlineData("page <html>", "")]
    public void MessageIsTheMostExactTextForAPerson(string text, string message) => Assert.Equal(message, Of(text).CadMessage);

    [Theory]
    [InlineData("<p>page", true)]
    [InlineData("page <HTML>", true)]
    [InlineData("page html", false)]
    [InlineData("{\"note\":\"<html>\"}", false)]
    public void WebPageIsRecognized(string text, bool isHtml) => Assert.Equal(isHtml, Of(text).IsHtml);

    [Theory]
    [InlineData("{\"title\":", true)]
    [InlineData("a\uFFFD", true)]
    [InlineData("a\u0007b", true)]
    [InlineData("a\tb\r\nc", false)]
    [InlineData("[1", false)]
    [InlineData("{}", false)]
    public void BinaryDataAndCutJsonAreUnreadable(string text, bool isUnreadable) => Assert.Equal(isUnreadable, Of(text).IsUnreadable);

    [Theory]
    [InlineData("{\"detail\":\"x\"}", true)]
    [InlineData("{\"title\":\"x\"}", true)]
    [InlineData("{\"type\":\"x\",\"status\":400}", true)]
    [InlineData("{\"type\":\"x\"}", false)]
    [InlineData("{\"status\":400}", false)]
    [InlineData("{\"message\":\"x\"}", false)]
    [InlineData("[{\"title\":\"x\"}]", false)]
    [InlineData("{\"title\":\"x\",\"cloudflare_error\":true}", false)]
    public void ProblemDetailsAreRecognized(string text, bool isProblem) => Assert.Equal(isProblem, Of(text).IsProblem);

    [Theory]
    [InlineData("{\"title\":\"Bad Gateway\"}", false)]
    [InlineData("{\"message\":\"Bad Gateway\"}", true)]
    [InlineData("Service Unavailable", true)]
    [InlineData("<p>page", true)]
    [InlineData("INVALID API KEY", false)]
    public void TextOfAProxyIsRecognized(string text, bool isIntercepted) => Assert.Equal(isIntercepted, Of(text).IsIntercepted);

    [Theory]
    [InlineData("{\"status\":400}", 400)]
    [InlineData("{\"statusCode\":\"599\"}", 599)]
    [InlineData("{\"status\":404,\"statusCode\":500}", 404)]
    [InlineData("{\"status\":399}", null)]
    [InlineData("{\"status\":600}", null)]
    [InlineData("{\"status\":\"error\"}", null)]
    [InlineData("{\"status\":{\"code\":400}}", null)]
    [InlineData("[400]", null)]
    [InlineData("400", null)]
    public void StatusOfAnErrorInTheTextIsRead(string text, int? status) => Assert.Equal(status, Of(text).ErrorStatus);

    [Theory]
    [InlineData("ERROR", true)]
    [InlineData("\"Missing data\"", true)]
    [InlineData("No error", false)]
    [InlineData("{\"error\":\"x\"}", true)]
    [InlineData("{\"error\":1}", true)]
    [InlineData("{\"error\":true}", true)]
    [InlineData("{\"error\":{\"code\":1}}", true)]
    [InlineData("{\"errors\":[1]}", true)]
    [InlineData("{\"error\":\"\"}", false)]
    [InlineData("{\"error\":0}", false)]
    [InlineData("{\"error\":false}", false)]
    [InlineData("{\"error\":null}", false)]
    [InlineData("{\"error\":{}}", false)]
    [InlineData("{\"errors\":[]}", false)]
    [InlineData("{\"success\":0}", true)]
    [InlineData("{\"success\":1}", false)]
    [InlineData("{\"ok\":\"False\"}", true)]
    [InlineData("{\"status\":\"Fail\"}", true)]
    [InlineData("{\"status\":\"failed\"}", true)]
    [InlineData("{\"status\":\"done\"}", false)]
    [InlineData("{\"data\":[{\"success\":false}]}", true)]
    [InlineData("{\"note\":\"error\"}", false)]
    [InlineData("{\"message\":\"Call removed, no errors\"}", false)]
    [InlineData("{\"callId\":5,\"description\":\"He made an error\"}", false)]
    [InlineData("[\"An error occurred\"]", false)]
    [InlineData("10 calls removed", false)]
    [InlineData("{\"title\":\"x\",\"type\":\"y\"}", true)]
    [InlineData("{\"title\":\"x\"}", false)]
    [InlineData("{\"type\":\"y\"}", false)]
    public void ErrorInTheTextOfASuccessIsFound(string text, bool saysError) => Assert.Equal(saysError, Of(text).SaysError);

    [Theory]
    [InlineData("VERSION PLUS REQUIRED", "PLUS")]
    [InlineData("version pro plus  required", "PRO PLUS")]
    [InlineData("VERSION REQUIRED", null)]
    [InlineData("VERSION PLUS REQUIREDX", null)]
    [InlineData("CONVERSION PLUS REQUIRED", null)]
    [InlineData("VERSION A VERY LONG SENTENCE THAT NAMES NO PLAN REQUIRED", null)]
    public void RequiredPlanIsFound(string text, string? plan) => Assert.Equal(plan, Of(text).RequiredPlan);

    [Theory]
    [InlineData("CALL NOT FOUND", "CALL NOT FOUND")]
    [InlineData("Sorry: call 302 was not found on server 1.", " CALL 302 WAS NOT FOUND")]
    [InlineData("NOT FOUND, SERVER DOES NOT EXIST", "NOT FOUND")]
    [InlineData("ENDPOINT NOT FOUND: CALL DOES NOT EXIST", " CALL DOES NOT EXIST")]
    [InlineData("API NOT FOUND", null)]
    [InlineData("CALL FOUND", null)]
    public void MissingPartIsTheWordsUpToNotFound(string text, string? missing) => Assert.Equal(missing, Of(text).Missing);

    [Theory]
    [InlineData(".")]
    [InlineData("!")]
    [InlineData("?")]
    [InlineData(";")]
    [InlineData(":")]
    [InlineData(",")]
    [InlineData(" (")]
    [InlineData("\"")]
    [InlineData("\n")]
    public void EachPartOfATextIsReadByItself(string end) => Assert.Equal("CALL NOT FOUND", Of($"SERVER 1{end}CALL NOT FOUND").Missing);

    private static ResponseText Of(string text) => new(HttpResponse.From(200, text, null));
}
