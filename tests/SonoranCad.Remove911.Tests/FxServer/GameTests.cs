using System;
using System.IO;
using CitizenFX.Core.Native;
using FxServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>Which resources a server starts, depending on its game.</summary>
public sealed class GameTests : IDisposable
{
    private const string Warning =
        "rdr3_warning 'I acknowledge that this is a prerelease build of RedM, and I am aware my resources *will* become incompatible once RedM ships.'\n";

    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(FxGame.Gta5, "gta5")]
    [InlineData(FxGame.Rdr3, "rdr3")]
    public void GameNameIsConvar(FxGame game, string name)
    {
        using var server = ServerFor(game);

        Assert.Equal(name, server.Convars.Get("gamename", ""));
    }

    [Theory]
    [InlineData(FxGame.Gta5, "game 'gta5'")]
    [InlineData(FxGame.Gta5, "games { 'rdr3', 'gta5' }")]
    [InlineData(FxGame.Gta5, "game 'common'")]
    [InlineData(FxGame.Rdr3, Warning + "games { 'gta5', 'rdr3' }")]
    [InlineData(FxGame.Rdr3, "game 'common'")]
    public void ResourceForGameStarts(FxGame game, string manifest)
    {
        using var server = ServerFor(game);

        Assert.True(Start(server, "fx_version 'cerulean'\n" + manifest).IsRunning);
    }

    [Theory]
    [InlineData(FxGame.Gta5, "fx_version 'cerulean'\n", "does not support the current game (gta5)")]
    [InlineData(FxGame.Gta5, "fx_version 'cerulean'\ngame 'rdr3'", "does not support the current game (gta5)")]
    [InlineData(FxGame.Rdr3, "fx_version 'cerulean'\ngame 'gta5'", "does not support the current game (rdr3)")]
    [InlineData(FxGame.Gta5, "fx_version 'cerulean'\ngames { 'common', 'gta5' }", "specifies both `common` and a specific game")]
    [InlineData(FxGame.Gta5, "game 'gta5'", "does not specify an `fx_version`")]
    [InlineData(FxGame.Rdr3, "fx_version 'cerulean'\ngame 'rdr3'", "does not contain the RedM pre-release warning")]
    public void ResourceForOtherGameOrWithInvalidManifestIsRefused(FxGame game, string manifest, string reason)
    {
        using var server = ServerFor(game);

        var failure = Assert.Throws<InvalidOperationException>(() => Start(server, manifest));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedResourceIsKnownAsStopped()
    {
        var folder = _server.CreateResourceFolder("mine", "server_script 'a.net.dll'", head: "fx_version 'cerulean'\ngame 'rdr3'\n");
        Assert.Throws<InvalidOperationException>(() => _server.Server.StartResource(folder));

        _server.Server.ConsoleCommand("start mine");
        var state = TestScript.Start(_server, "other").Evaluate(_server, () => API.GetResourceState("mine"));

        Assert.Equal("stopped", state);
        Assert.Equal("Couldn't start resource mine.", _server.Server.Console.Lines[^1]);
    }

    private GameServer ServerFor(FxGame game) => new(Path.Combine(_server.DataDirectory, game.ToString()), game);

    private FxResource Start(GameServer server, string manifest) =>
        server.StartResource(_server.CreateResourceFolder("mine", "\nserver_script 'a.net.dll'", manifest));
}
