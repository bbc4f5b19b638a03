using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class ReloadCommandTests
{
    private const string Account = "\"communityId\": \"c\", \"apiKey\": \"key-1\", \"api\": \"v1\"";
    private const string Unchanged = "The settings were read again: nothing has changed.";
    private const string Refused = "The settings were not applied: the current values remain in use, and no removal is lost.";

    private readonly CommandRig _rig = new();

    [Theory]
    [InlineData("\"startupCheck\": false", Unchanged)]
    [InlineData("\"startupCheck\": false, \"maxBatch\": 7, \"locale\": \"de\"", "The settings were applied. Changed: locale, maxBatch.")]
    [InlineData(
        "\"startupCheck\": false, \"command\": \"clear\"",
        "The settings were applied. Changed: command.\nThe new \"command\" takes effect after \"restart sonorancad-remove911\".")]
    [InlineData("\"startupCheck\": true", "The settings were applied. Changed: startupCheck.\nThe account is being checked; the result will be logged.")]
    public void ChangesAreReported(string more, string reply)
    {
        _rig.Ports.Config = $"{{ {Account}, {more} }}";

        Assert.Equal((reply, Tone.Success), _rig.Ask(Requester.Console, "reload"));
        Assert.Empty(_rig.OpenCalls.Log);
    }

    [Fact]
    public void ReloadByPlayerIsLogged()
    {
        Assert.Equal((Unchanged, Tone.Success), _rig.Ask(CommandRig.Jane, "reload"));

        Assert.Equal([$"Reload by Jane (player 1, license:1): {Unchanged}^7"], _rig.OpenCalls.Log);
    }

    [Fact]
    public void WarningsAreLogged()
    {
        _rig.Ports.Config = $"{{ {Account}, \"startupCheck\": false, \"maxBatsh\": 1 }}";

        Assert.Equal((Unchanged, Tone.Success), _rig.Ask(Requester.Console, "reload"));
        Assert.Equal(["^3Warning: config.json contains \"maxBatsh\", which is not a setting. Did you mean \"maxBatch\"?^7"], _rig.OpenCalls.Log);
    }

    [Fact]
    public void ConsoleSeesAllErrors()
    {
        _rig.Ports.Config = $"{{ {Account}, \"maxBatch\": 0, \"audit\": 1 }}";

        Assert.Equal(
            ($"""
            {Refused}
            maxBatch must be a whole number from 1 to 100, but is 0. Until then it is 50.
            audit must be true or false, without quotes, but is 1. Until then it is true.
            """, Tone.Error),
            _rig.Ask(Requester.Console, "reload"));
        Assert.Empty(_rig.OpenCalls.Log);
    }

    [Fact]
    public void PlayerSeesTheFirstErrorAndTheLogHasAll()
    {
        _rig.Ports.Config = $"{{ {Account}, \"maxBatch\": 0, \"audit\": 1 }}";

        Assert.Equal(
            ($"""
            {Refused}
            maxBatch must be a whole number from 1 to 100, but is 0. Until then it is 50.
            The server console lists every error. Fix them, then reload again.
            """, Tone.Error),
            _rig.Ask(CommandRig.Jane, "reload"));
        Assert.Equal(
            [
                $"^3Warning: Reload by Jane (player 1, license:1): {Refused}^7",
                "^1Error: maxBatch must be a whole number from 1 to 100, but is 0. Until then it is 50.^7",
                "^1Error: audit must be true or false, without quotes, but is 1. Until then it is true.^7",
            ],
            _rig.OpenCalls.Log);
    }

    [Fact]
    public void MissingAccountIsAWarningAndTheConsoleSeesTheFix()
    {
        _rig.Ports.Config = """{ "communityId": "c", "api": "v1" }""";
        const string Missing = "This server has no Sonoran CAD account yet: apiKey has no value. The server's owner must set it.";

        var player = _rig.Ask(CommandRig.Jane, "reload");
        Assert.Equal(($"The settings were applied. Changed: apiKey, startupCheck.\n{Missing}", Tone.Warning), player);

        var console = _rig.Ask(Requester.Console, "reload");
        Assert.StartsWith($"{Unchanged}\n{Missing}\nSet apiKey in config.json in the folder of sonorancad-remove911, ", console.Text, System.StringComparison.Ordinal);
        Assert.Equal(Tone.Warning, console.Tone);
    }

    [Fact]
    public void InvalidAccountHasNoFixToAdd()
    {
        _rig.Ports.Config = "{ \"communityId\": \"c\", \"apiKey\": \"key-1\", \"api\": \"v1\", \"startupCheck\": false }";
        _rig.Ports.Convars["sonoran_serverId"] = "one";

        var lines = _rig.Ask(Requester.Console, "reload").Text.Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("This server's Sonoran CAD account is not valid: the convar sonoran_serverId", lines[1], System.StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedAccountIsTriedAgain()
    {
        _rig.Core.Accounts.MarkRefused(_rig.Core.Accounts.Account!, CadErrors.InvalidApiKey);

        Assert.Equal(($"{Unchanged}\nSonoran CAD had refused the account; it will be tried again.", Tone.Success), _rig.Ask(Requester.Console, "reload"));
        Assert.True(_rig.Core.Accounts.IsReady);
    }

    [Fact]
    public void OtherAccountFromConvarsIsReported()
    {
        _rig.Ports.Convars["sonoran_serverId"] = "2";

        Assert.Equal(
            ("config.json has not changed, but the convars provide a different account, which is used from now on.", Tone.Success),
            _rig.Ask(Requester.Console, "reload"));
    }
}
