using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Logging;

public sealed class BufferedLogTests
{
    private readonly List<string> _lines = [];
    private readonly SecretRedactor _secrets = new();
    private readonly BufferedLog _log;

    public BufferedLogTests()
    {
        var console = new Mock<IServerConsole>();
        console.Setup(c => c.WriteLine(Capture.In(_lines)));
        _log = new BufferedLog(console.Object, _secrets, English.Localizer);
    }

    [Fact]
    public void LinesAreWrittenOnFlushOnly()
    {
        _log.Write(LogLevel.Error, new Phrase("a"));
        _log.WriteReply(new Phrase("b"), Tone.Success);
        Assert.Empty(_lines);
        Assert.True(_log.NeedsTick);

        _log.Flush();
        Assert.Equal(["^1Error: a^7", "^2b^7"], _lines);
        Assert.False(_log.NeedsTick);
    }

    [Fact]
    public void ReplyNamesCommandWithoutSlashAndKeepsOtherSlashes()
    {
        _log.Command = "911";
        _log.WriteReply(new Phrase("7: Jane, Route 68/911. To clear: /911 7, or \"/911 last\" (/911help, //911)"), Tone.Info);
        _log.Flush();

        Assert.Equal(["^77: Jane, Route 68/911. To clear: 911 7, or \"911 last\" (/911help, //911)^7"], _lines);
    }

    [Fact]
    public void SecretsAreRedactedInEveryLine()
    {
        _log.Write(LogLevel.Error, new Phrase("System.Exception: could not read my-secret-key"));
        _log.WriteReply(new Phrase("MY-SECRET-KEY"), Tone.Info);
        _secrets.Add("my-secret-key");
        _log.Flush();

        Assert.Equal(["^1Error: System.Exception: could not read [secret]^7", "^7[secret]^7"], _lines);
    }

    [Theory]
    [InlineData("Error", 1)]
    [InlineData("Warn", 2)]
    [InlineData("Info", 3)]
    [InlineData("Debug", 4)]
    public void LinesBelowLogLevelAreDropped(string level, int expected)
    {
        _log.Level = System.Enum.Parse<LogLevel>(level);
        _log.Write(LogLevel.Error, new Phrase("1"));
        _log.Write(LogLevel.Warn, new Phrase("2"));
        _log.Write(LogLevel.Info, new Phrase("3"));
        _log.Write(LogLevel.Debug, new Phrase("4"));
        _log.Flush();

        Assert.Equal(expected, _lines.Count);
    }
}
