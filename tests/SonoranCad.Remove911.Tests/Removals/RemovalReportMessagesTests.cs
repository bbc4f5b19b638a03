using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Removals;

public sealed class RemovalReportMessagesTests
{
    [Fact]
    public void OneClearedCallIsReportedInSingular() => Assert.Equal("Call 101 cleared.", RemovalReportMessages.Summarize(new RemovalReport([101], [])).InEnglish());

    [Fact]
    public void SeveralClearedCallsAreReportedInPlural() =>
        Assert.Equal("Calls 101, 102 cleared.", RemovalReportMessages.Summarize(new RemovalReport([101, 102], [])).InEnglish());

    [Fact]
    public void FailedCallsAreListedWithOneReason() =>
        Assert.Equal(
            "Calls 1, 2 not cleared: " + CadErrors.RateLimited.Message.InEnglish(),
            RemovalReportMessages.Summarize(RemovalReport.AllFailed([1, 2], CadErrors.RateLimited)).InEnglish());

    [Fact]
    public void LongCallListIsAbbreviated() =>
        Assert.Equal(
            "Calls 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 40 more cleared.",
            RemovalReportMessages.Summarize(new RemovalReport([.. Enumerable.Range(1, 50)], [])).InEnglish());

    [Fact]
    public void EqualErrorsShareOneSentence() =>
        Assert.Equal(
            "Calls 1, 2 not cleared: " + CadErrors.ServerError(500).Message.InEnglish(),
            RemovalReportMessages.Summarize(new RemovalReport([], [new(1, CadErrors.ServerError(500)), new(2, CadErrors.ServerError(500))])).InEnglish());

    [Fact]
    public void KeptCallsAreReportedAsNotClearedYet() =>
        Assert.Equal(
            "Call 1 cleared. Call 2 not cleared yet: the resource is stopping. It will be cleared after the restart.",
            RemovalReportMessages.Summarize(new RemovalReport([1], [new(2, RemovalErrors.Kept)])).InEnglish());

    [Fact]
    public void ReasonsThatDoNotFitAreLeftOut()
    {
        var errors = Enumerable.Range(1, 10).Select(i => CadErrors.Rejected(400, $"{i}: {new string('x', 150)}"));

        var text = RemovalReportMessages.Summarize(new RemovalReport([], [.. errors.Select((error, i) => new FailedRemoval(i + 1, error))])).InEnglish();

        Assert.StartsWith("Call 1 not cleared: Sonoran CAD rejected the request (400): \"1: xxx", text);
        Assert.EndsWith("Calls 2, 3, 4, 5, 6, 7, 8, 9, 10 failed for different reasons. If any are still open in the CAD, clear them again.", text);
        Assert.InRange(text.Length, 1, 480);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void NoReportIsLongerThanEightLinesInAnyLanguage(string locale)
    {
        var localizer = new Localizer(ShippedLocale.Of(locale).Texts);
        int[] ids = [.. Enumerable.Range(0, 50).Select(i => int.MaxValue - i)];
        RemovalError[] errors =
        [
            CadErrors.ApiNotEnabled, CadErrors.ForbiddenKey, CadErrors.Rejected(400, new string('W', 200)), RemovalErrors.Expired(60, CadErrors.UnexpectedResponse),
            RemovalErrors.Expired(1440, CadErrors.Rejected(400, new string('W', 200))), RemovalErrors.Kept,
        ];

        Assert.All(errors, error => Assert.InRange(localizer.Format(RemovalReportMessages.Summarize(RemovalReport.AllFailed(ids, error))).Length, 1, 480));
        var mixed = new RemovalReport(ids, [.. ids.Select((id, i) => new FailedRemoval(id, errors[i % errors.Length]))]);
        Assert.InRange(localizer.Format(RemovalReportMessages.Summarize(mixed)).Length, 1, 480);
    }

    public static TheoryData<string> Locales() => [.. ShippedLocale.Names()];
}
