using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>Reads and writes on a store that damages strings, or throws.</summary>
public sealed class StoreAccessTests
{
    private readonly Mock<IKeyValueStore> _store = new();
    private readonly List<string> _log = [];
    private readonly StoreAccess _access;

    public StoreAccessTests()
    {
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(LogLevel.Error, It.IsAny<Phrase>())).Callback<LogLevel, Phrase>((_, line) => _log.Add(line.InEnglish()));
        _access = new StoreAccess(_store.Object, new ExceptionGuard(log.Object));
    }

    [Theory]
    [InlineData("a,a", "a")]
    [InlineData("b,a,a", "a")]
    [InlineData("a,b,a,b,b", "b")]
    [InlineData("!,a,a", "a")]
    [InlineData("a,!,a", "a")]
    [InlineData("-,-", null)]
    [InlineData("a,-,-", null)]
    [InlineData("1,2,3,4,5,6,a,a", "a")]
    public void ValueIsReadOnceTwoReadsAgree(string reads, string? expected)
    {
        SetUpReads(reads);

        Assert.True(_access.TryRead("key", out var value));
        Assert.Equal(expected, value);
        _store.Verify(store => store.Get("key"), Times.Exactly(reads.Split(',').Length));
    }

    [Theory]
    [InlineData("1,2,3,4,5,6,7,8,8")]
    [InlineData("!,!,!,!,!,!,!,a,a")]
    [InlineData("!,!,!,!,!,!,!,-")]
    public void ValueIsGivenUpAfterEightReads(string reads)
    {
        SetUpReads(reads);

        Assert.False(_access.TryRead("key", out var value));
        Assert.Null(value);
        Assert.Empty(_log);
    }

    [Theory]
    [InlineData("a,a", "a", true)]
    [InlineData("a,a", "b", false)]
    [InlineData("-,-", null, true)]
    [InlineData("!,!,!,!,!,!,!,!", null, false)]
    public void ValueIsStoredIfItReadsAsWritten(string reads, string? text, bool isStored)
    {
        SetUpReads(reads);

        Assert.Equal(isStored, _access.IsStored(new StoredValue("key") { Text = text }));
    }

    [Theory]
    [InlineData("a b|a b", "a b")]
    [InlineData("|a b|a b", "a b")]
    [InlineData("a|b|a b|a", "a b")]
    [InlineData("x:1 a|a", "a")]
    [InlineData("!|a|a", "a")]
    [InlineData("a|!|a", "a")]
    [InlineData("!|!|!|!|!|!|!|a", "a")]
    public void KeysAreCollectedUntilAReadFindsNoMore(string reads, string expected)
    {
        var queue = new Queue<string>(reads.Split('|'));
        _store.Setup(store => store.Keys("outbox:")).Returns(() => queue.Dequeue() switch
        {
            "!" => throw new InvalidOperationException("native"),
            var keys => [.. keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => key.Contains(':') ? key : "outbox:" + key)],
        });

        Assert.Equal(expected.Split(' ').Select(key => "outbox:" + key), _access.Keys("outbox:").Order());
        Assert.Equal(reads.Count(letter => letter == '!'), _log.Count);
        Assert.All(_log, line => Assert.Contains("Error in store", line));
    }

    [Fact]
    public void KeysAreReadAtMostEightTimes()
    {
        var reads = 0;
        _store.Setup(store => store.Keys("outbox:")).Returns(() => ["outbox:" + (++reads)]);

        Assert.Equal(8, _access.Keys("outbox:").Count);
    }

    [Fact]
    public void ValueWithoutTextIsDeleted()
    {
        _access.Write(new StoredValue("gone"));
        _access.Write(new StoredValue("key") { Text = "text" });

        _store.Verify(store => store.Delete("gone"));
        _store.Verify(store => store.Set("key", "text"));
        _store.VerifyNoOtherCalls();
    }

    [Fact]
    public void FirstErrorIsLoggedOnceWithTheFlush()
    {
        _store.Setup(store => store.Set("a", It.IsAny<string>())).Throws(new InvalidOperationException("first"));
        _store.Setup(store => store.Delete("b")).Throws(new InvalidOperationException("second"));
        _access.Write(new StoredValue("a") { Text = "text" });
        _access.Write(new StoredValue("b"));
        Assert.Empty(_log);

        Assert.True(_access.Flush());
        Assert.True(_access.Flush());
        Assert.Contains("Error in store. The resource keeps running; please report this: System.InvalidOperationException: first", Assert.Single(_log));
    }

    [Fact]
    public void FlushThatThrowsIsLoggedUnlessAWriteFailedBefore()
    {
        _store.Setup(store => store.Flush()).Throws(new InvalidOperationException("full"));
        Assert.False(_access.Flush());
        Assert.Contains("full", Assert.Single(_log));

        _store.Setup(store => store.Set("a", It.IsAny<string>())).Throws(new InvalidOperationException("write"));
        _access.Write(new StoredValue("a") { Text = "text" });
        Assert.False(_access.Flush());
        Assert.Contains("write", _log[1]);
    }

    // A read per word: "-" finds nothing, "!" throws.
    private void SetUpReads(string reads)
    {
        var queue = new Queue<string>(reads.Split(','));
        _store.Setup(store => store.Get("key")).Returns(() => queue.Dequeue() switch
        {
            "!" => throw new InvalidCastException("not a text"),
            "-" => null,
            var text => text,
        });
    }
}
