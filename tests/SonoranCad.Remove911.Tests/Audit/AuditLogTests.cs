using System;
using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Audit;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Audit;

public sealed class AuditLogTests
{
    private const string November = "audit/2026-11.jsonl";

    private readonly FakeFiles _files = new();
    private readonly FakeClock _clock = new();
    private readonly SettingsMonitor _settings = new(new Settings());
    private readonly List<string> _console = [];
    private readonly BufferedLog _log;
    private readonly AuditLog _audit;

    public AuditLogTests()
    {
        var console = new Mock<IServerConsole>();
        console.Setup(c => c.WriteLine(Capture.In(_console)));
        _log = new BufferedLog(console.Object, new SecretRedactor(), English.Localizer);
        _audit = new AuditLog(_files, _settings, _clock, _log);
    }

    [Fact]
    public void RecordHoldsTimeRequesterCallAndOutcome()
    {
        Complete(Entry(101, Requester.Player(7, "Jane Doe", "license:abc"), "v1", 1));
        Complete(Entry(102, Requester.Resource("dispatch")), CadErrors.ApiNotEnabled);
        Tick();

        Assert.Equal(
            """
            {"time":"2026-11-24T12:00:00.000Z","requester":{"kind":"player","name":"Jane Doe","license":"license:abc"},"callId":101,"outcome":"cleared","api":"v1","tries":1}
            {"time":"2026-11-24T12:00:00.000Z","requester":{"kind":"resource","name":"dispatch","license":""},"callId":102,"outcome":"api_not_enabled","api":"","tries":0}

            """.ReplaceLineEndings("\n"),
            _files.Texts[November]);
    }

    [Theory]
    [InlineData("\"},{\"callId\":1,\\")]
    [InlineData("a\u2028b\u0085c\nd")]
    [InlineData("😀 ☎ née")]
    public void PlayerNameIsEscapedOnOneLine(string name)
    {
        var player = Requester.Player(7, name, null);
        Complete(Entry(1, player));
        Tick();

        var line = Newtonsoft.Json.Linq.JObject.Parse(Assert.Single(Lines()));
        Assert.Equal(player.Name, (string?)line["requester"]!["name"]);
    }

    [Fact]
    public void RecordsOfOneTickAreWrittenTogether()
    {
        for (var call = 1; call <= 50; call++)
        {
            Complete(Entry(call));
        }

        Assert.Empty(_files.Texts);
        Tick();
        Tick();

        Assert.Equal(50, Lines().Length);
        Assert.Equal(1, _files.Attempts);
        Assert.False(_audit.NeedsTick);
    }

    [Fact]
    public void FilesAreSplitByUtcMonth()
    {
        _clock.UtcNow = new DateTime(2026, 11, 30, 23, 59, 59, 999, DateTimeKind.Utc);
        Complete(Entry(1));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Complete(Entry(2));
        Tick();

        Assert.Contains("2026-11-30T23:59:59.999Z", _files.Texts[November]);
        Assert.Contains("2026-12-01T00:00:00.000Z", _files.Texts["audit/2026-12.jsonl"]);
    }

    [Fact]
    public void WriteErrorIsLoggedOnceAndRetriedAfterOneMinute()
    {
        _files.Error = FakeFiles.FullDisk();
        Complete(Entry(1));
        for (var tick = 0; tick < 100; tick++)
        {
            Tick(0.5);
            Complete(Entry(2 + tick));
        }

        Assert.Equal(1, _files.Attempts);
        var line = Assert.Single(_console);
        Assert.Contains("audit/2026-11.jsonl could not be written (IOException: No space left on device). Removals continue", line);

        _files.Error = null;
        Tick(11);
        Assert.Equal(101, Lines().Length);
        Assert.Contains("Nothing is missing from it", _console[^1]);
        Assert.False(_audit.NeedsTick);
    }

    [Fact]
    public void BufferIsBoundedAndLostRecordsAreCounted()
    {
        _files.Error = new UnauthorizedAccessException("Access to the path is denied.");
        for (var call = 1; call <= 700; call++)
        {
            Complete(Entry(call));
        }

        Tick();
        for (var call = 701; call <= 1234; call++)
        {
            Complete(Entry(call));
        }

        _files.Error = null;
        Tick(61);
        Complete(Entry(5000));
        Tick();

        Assert.Equal(AuditLog.MaxBuffered + 1, Lines().Length);
        Assert.Contains("\"callId\":5000", Lines()[^1]);
        Assert.Contains("234 lines are missing", _console[^1]);
    }

    [Fact]
    public void LargeBatchIsWrittenCompletely()
    {
        for (var call = 1; call <= 3000; call++)
        {
            Complete(Entry(call));
        }

        Tick();

        Assert.Equal(3000, Lines().Length);
    }

    [Fact]
    public void LargeBatchIsTrimmedToBufferSizeOnWriteError()
    {
        _files.Error = FakeFiles.FullDisk();
        for (var call = 1; call <= 3000; call++)
        {
            Complete(Entry(call));
        }

        Tick();
        _files.Error = null;
        Tick(61);

        Assert.Equal(AuditLog.MaxBuffered, Lines().Length);
        Assert.Contains("2000 lines are missing", _console[^1]);
    }

    [Fact]
    public void StopWritesPendingRecords()
    {
        Complete(Entry(1));
        _audit.Stop();

        Assert.Single(Lines());
    }

    [Fact]
    public void StopRetriesImmediatelyAndReportsLostRecords()
    {
        _files.Error = FakeFiles.FullDisk();
        Complete(Entry(1));
        Tick();
        Complete(Entry(2));

        _audit.Stop();
        _log.Flush();

        Assert.Equal(2, _files.Attempts);
        Assert.Contains("2 lines are lost", _console[^1]);
    }

    [Fact]
    public void AuditCanBeToggledAtRuntime()
    {
        _settings.Update(new Settings { Audit = false });
        Complete(Entry(1));
        Assert.False(_audit.NeedsTick);

        _settings.Update(new Settings());
        Complete(Entry(2));
        Tick();

        Assert.Contains("\"callId\":2", Assert.Single(Lines()));
    }

    private OutboxEntry Entry(int callId, Requester? requester = null, string api = "", int tries = 0) =>
        new(callId, null, requester ?? Requester.Console, _clock.UtcNow) { Api = api, Tries = tries };

    private void Complete(OutboxEntry entry, RemovalError? failure = null) => _audit.OnCompleted(entry, failure);

    private void Tick(double secondsLater = 0.02)
    {
        _clock.Advance(TimeSpan.FromSeconds(secondsLater));
        _audit.Tick(_clock.Elapsed);
        _log.Flush();
    }

    private string[] Lines() => _files.Texts[November].Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
