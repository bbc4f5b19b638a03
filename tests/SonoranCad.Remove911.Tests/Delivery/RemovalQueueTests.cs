using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Messages;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class RemovalQueueTests
{
    private readonly Mock<IHttpTransport> _http = new();
    private readonly Mock<IEventBus> _events = new();
    private readonly Mock<IConvars> _convars = new();
    private readonly Mock<IServerConsole> _console = new();
    private readonly Mock<IReply> _reply = new();
    private readonly List<CadRequest> _sent = [];
    private readonly List<RemovalReport> _reports = [];
    private readonly BufferedLog _log;
    private readonly RemovalQueue _queue;
    private string _config = """{ "communityId": "c", "apiKey": "key-1" }""";

    public RemovalQueueTests()
    {
        var secrets = new SecretFilter();
        var files = new Mock<IResourceFiles>();
        files.Setup(f => f.Read("config.json")).Returns(() => _config);
        _convars.Setup(c => c.Get(It.IsAny<string>())).Returns(string.Empty);
        _http.Setup(h => h.Send(Capture.In(_sent))).Returns(() => _sent.Count - 1);
        _reply.Setup(r => r.Answer(Capture.In(_reports)));
        _log = new BufferedLog(_console.Object, secrets);
        var accounts = new AccountDesk(files.Object, new AccountReader(_convars.Object), secrets, _log);
        _queue = new RemovalQueue(
            _http.Object,
            accounts,
            new RemoveCallsRequest("1.0.0"),
            new AnswerClassifier(secrets),
            new OutcomeAnnouncer(_events.Object, _log),
            _log);
    }

    [Fact]
    public void ARemovalIsSentWithTheNextTickAndAnsweredWithTheOneAfterItsAnswer()
    {
        Accept(101, 102);
        Assert.Empty(_sent);

        _queue.Pump(TimeSpan.Zero);
        Assert.Contains("""[{"callId":101},{"callId":102}]""", Assert.Single(_sent).Body);

        Answer(0, 200, "ok");
        Assert.Empty(_reports);

        _queue.Pump(TimeSpan.Zero);
        Assert.Equal([101, 102], Assert.Single(_reports).Cleared);
        Assert.False(_queue.IsBusy);
        _events.Verify(e => e.CallCleared(101, It.IsAny<IReadOnlyDictionary<string, object>>()), Times.Once);
    }

    [Fact]
    public void TokenZeroIsAToken()
    {
        Accept(1);
        _queue.Pump(TimeSpan.Zero);

        Assert.True(_queue.IsBusy);
        Assert.Empty(_reports);
    }

    [Fact]
    public void AnswersFindTheirRequestInAnyOrderAndCountOnce()
    {
        Accept(1);
        Accept(2);
        _queue.Pump(TimeSpan.Zero);

        Answer(1, 200, "ok");
        Answer(1, 500, null);
        Answer(7, 500, null);
        Answer(0, 429, null);
        _queue.Pump(TimeSpan.Zero);
        Answer(0, 200, "late");
        _queue.Pump(TimeSpan.Zero);

        Assert.Equal(2, _reports.Count);
        Assert.Contains(_reports, report => report.Cleared.SequenceEqual([2]));
        Assert.Contains(_reports, report => report.Failed.Count == 1 && report.Failed[0].Outcome.Code == "rate_limited");
    }

    [Fact]
    public void AnAnswerThatNeverComesIsReportedAfterTenSeconds()
    {
        Accept(1);
        _queue.Pump(TimeSpan.FromSeconds(5));
        _queue.Pump(TimeSpan.FromSeconds(14.9));
        Assert.Empty(_reports);

        _queue.Pump(TimeSpan.FromSeconds(15));

        Assert.Equal("no_answer", _reports.Single().Failed.Single().Outcome.Code);
        Assert.False(_queue.IsBusy);
    }

    [Fact]
    public void ARequestThatTheServerDoesNotSendIsReported()
    {
        _http.Setup(h => h.Send(It.IsAny<CadRequest>())).Returns(-1);
        Accept(1);
        _queue.Pump(TimeSpan.Zero);

        Assert.Equal("not_sent", _reports.Single().Failed.Single().Outcome.Code);
    }

    [Fact]
    public void ASendThatThrowsLosesNothing()
    {
        _http.Setup(h => h.Send(It.IsAny<CadRequest>())).Throws(new InvalidOperationException("no such native"));
        Accept(1);
        Accept(2);
        _queue.Pump(TimeSpan.Zero);

        Assert.Equal(2, _reports.Count(report => report.Failed.Single().Outcome.Code == "not_sent"));
    }

    [Theory]
    [InlineData("INVALID COMMUNITY ID", "invalid_community")]
    [InlineData("API IS NOT ENABLED FOR THIS COMMUNITY", "api_not_enabled")]
    [InlineData("INVALID API KEY", "invalid_api_key")]
    public void AnAccountFaultStopsSendingUntilTheConfigurationChanges(string text, string code)
    {
        Accept(1);
        _queue.Pump(TimeSpan.Zero);
        Accept(2);
        Answer(0, 400, $"{text}");
        _queue.Pump(TimeSpan.Zero);

        // The one that waited is not sent any more, nor is a new one taken on.
        Assert.Single(_sent);
        Assert.All(_reports, report => Assert.Equal(code, report.Failed.Single().Outcome.Code));
        Assert.Equal(2, _reports.Count);
        Assert.Equal(code, TryAccept(3)!.Code);

        _config = """{ "communityId": "c", "apiKey": "key-2" }""";
        Accept(4);
        _queue.Pump(TimeSpan.Zero);
        Assert.Contains("key-2", _sent[^1].Body);
    }

    [Fact]
    public void ALateAccountFaultOfOldValuesDoesNotStopTheNewOnes()
    {
        Accept(1);
        Accept(2);
        _queue.Pump(TimeSpan.Zero);
        Answer(0, 400, "INVALID API KEY");
        _queue.Pump(TimeSpan.Zero);
        _config = """{ "communityId": "c", "apiKey": "key-2" }""";
        Accept(3);
        Answer(1, 400, "INVALID API KEY");
        _queue.Pump(TimeSpan.Zero);

        Assert.Null(TryAccept(4));
        Assert.Equal(3, _sent.Count);
    }

    [Fact]
    public void WithoutAnAccountNothingIsTakenOnUntilItIsThere()
    {
        _config = "{}";
        Assert.Equal("not_configured", TryAccept(1)!.Code);

        _convars.Setup(c => c.Get("sonoran_communityID")).Returns("c");
        _convars.Setup(c => c.Get("sonoran_apiKey")).Returns("k");

        Assert.Null(TryAccept(1));
    }

    [Fact]
    public void PastAThousandRequestsTheNextIsRefused()
    {
        for (var i = 1; i <= RemovalQueue.Most; i++)
        {
            Accept(i);
        }

        Assert.Equal("busy", TryAccept(5000)!.Code);
    }

    [Fact]
    public void ACallbackThatThrowsKeepsNobodyElseFromHearing()
    {
        var broken = new Mock<IReply>();
        broken.Setup(r => r.Answer(It.IsAny<RemovalReport>())).Throws(new InvalidOperationException("gone"));
        _queue.TryAccept(new Removal(Requester.Resource("x"), [1], broken.Object));
        Accept(2);
        _queue.Pump(TimeSpan.Zero);
        Answer(0, 200, "ok");
        Answer(1, 200, "ok");
        _queue.Pump(TimeSpan.Zero);

        Assert.Equal([2], Assert.Single(_reports).Cleared);
        _events.Verify(e => e.CallCleared(1, It.IsAny<IReadOnlyDictionary<string, object>>()), Times.Once);
        Assert.False(_queue.IsBusy);
    }

    [Fact]
    public void ACallbackMayAskAgainWithinItsAnswer()
    {
        var again = new Mock<IReply>();
        again.Setup(r => r.Answer(It.IsAny<RemovalReport>())).Callback(() => Accept(2));
        _queue.TryAccept(new Removal(Requester.Resource("x"), [1], again.Object));
        _queue.Pump(TimeSpan.Zero);
        Answer(0, 200, "ok");
        _queue.Pump(TimeSpan.Zero);
        Answer(1, 200, "ok");
        _queue.Pump(TimeSpan.Zero);

        Assert.Equal([2], Assert.Single(_reports).Cleared);
    }

    [Fact]
    public void ACallbackMayStopTheResourceWithinItsAnswer()
    {
        var stopping = new Mock<IReply>();
        stopping.Setup(r => r.Answer(It.IsAny<RemovalReport>())).Callback(() => _queue.Stop());
        _queue.TryAccept(new Removal(Requester.Resource("x"), [1], stopping.Object));
        Accept(2);
        _queue.Pump(TimeSpan.Zero);
        Accept(3);
        Answer(0, 200, "ok");
        Answer(1, 200, "ok");
        _queue.Pump(TimeSpan.Zero);

        Assert.Equal(2, _reports.Count);
        Assert.All(_reports, report => Assert.Equal("resource_stopped", report.Failed.Single().Outcome.Code));
    }

    [Fact]
    public void StoppingTellsWhoWaits()
    {
        Accept(1);
        _queue.Pump(TimeSpan.Zero);
        Accept(2);

        _queue.Stop();

        Assert.All(_reports, report => Assert.Equal("resource_stopped", report.Failed.Single().Outcome.Code));
        Assert.Equal(2, _reports.Count);
        Assert.False(_queue.IsBusy);
    }

    private void Accept(params int[] ids) => Assert.Null(TryAccept(ids));

    private Outcome? TryAccept(params int[] ids) =>
        _queue.TryAccept(new Removal(Requester.Console, ids, _reply.Object));

    private void Answer(int token, int status, string? text) =>
        _queue.NoteAnswer(token, CadAnswer.From(status, status < 400 ? text : null, status < 400 ? null : $"HTTP {status}: {text}"));
}
