using System.Linq;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Removals;

public sealed class RemovalReportMessagesTests
{
    [Fact]
    public void OneClearedCallIsReportedInSingular() => Assert.Equal("Call 101 cleared.", RemovalReportMessages.Summarize(RemovalReport.AllCleared([101])).InEnglish());

    [Fact]
    public void SeveralClearedCallsAreReportedInPlural() =>
        Assert.Equal("Calls 101, 102 cleared.", RemovalReportMessages.Summarize(RemovalReport.AllCleared([101, 102])).InEnglish());

    [Fact]
    public void FailedCallsAreListedWithOneReason() =>
        Assert.Equal(
            "Calls 1, 2 not cleared: " + CadErrors.RateLimited.Message.InEnglish(),
            RemovalReportMessages.Summarize(RemovalReport.AllFailed([1, 2], CadErrors.RateLimited)).InEnglish());

    [Fact]
    public void LongCallListIsAbbreviated() =>
        Assert.Equal(
            "Calls 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 40 more cleared.",
            RemovalReportMessages.Summarize(RemovalReport.AllCleared([.. Enumerable.Range(1, 50)])).InEnglish());
}
