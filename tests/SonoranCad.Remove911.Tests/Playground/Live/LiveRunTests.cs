using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using CadServer;
using Playground;
using Playground.Display;
using Playground.Scene;
using Spectre.Console.Testing;
using Xunit;
using StandInCad = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.Playground.Live;

/// <summary>The owner's own CAD is another stand-in, reached over a real socket.</summary>
public sealed class LiveRunTests : IDisposable
{
    private const string Key = "the-owners-own-key";

    private readonly string _file = Path.GetTempFileName();
    private readonly StandInCad _cad = StandInCad.Start();
    private readonly CadCommunity _community;
    private readonly TestConsole _console = new();

    public LiveRunTests()
    {
        _console.Profile.Width = 400;
        _community = _cad.AddCommunity("owners-community", Key);
        _cad.Open(_community, 7001);
        _cad.Open(_community, 7002);
        File.WriteAllText(
            _file, $$"""{ "communityId": "owners-community", "apiKey": "{{Key}}", "apiUrl": "{{_cad.Url.ToString().TrimEnd('/')}}" }""");
    }

    [Fact]
    public void FirstRemovalIsAskedAboutAndLaterOnesAreNot()
    {
        Assert.True(Run(["clear911", "clear911 status", "clear911 7001", "clear911 7002"], "y"));

        Assert.Equal([7001, 7002], _cad.ClearedCalls(_community).Select(call => call.CallId));
        Assert.Single(_console.Lines, line => line.Contains("y or n", StringComparison.Ordinal));
        Assert.Contains(_console.Lines, line => line.StartsWith("LIVE", StringComparison.Ordinal) && line.Contains(_cad.Url.Authority, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, _console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n")]
    [InlineData("")]
    [InlineData("clear911 7001")]
    [InlineData(null)]
    public void NothingIsClearedUnlessTheReplyIsYes(string? reply)
    {
        Assert.False(Run(["clear911 7001", "event 7001", "as 2 clear911 last"], reply, reply, reply));

        Assert.Equal(2, _cad.OpenCalls(_community).Count);
        Assert.DoesNotContain(_cad.Requests, request => request.Method == "DELETE" || request.Text.Contains("REMOVE_911", StringComparison.Ordinal));
    }

    [Fact]
    public void CommandsOfTheStandInCadAreGone()
    {
        Assert.False(Run(["open 7003"]));
        Assert.False(Run(["fail 429"]));
    }

    public void Dispose()
    {
        _cad.Dispose();
        _console.Dispose();
        File.Delete(_file);
    }

    private bool Run(string[] lines, params string?[] replies)
    {
        Assert.True(LiveAccount.TryRead(_file, out var account, out _));
        using var world = new World(live: account);
        var screen = new Screen(_console);
        var session = new Session(world, screen, TimeSpan.FromSeconds(30), CancellationToken.None);
        var queue = new Queue<string?>(replies);
        return new OneShot(world, session, screen, queue.Dequeue).Run(lines, CancellationToken.None);
    }
}
