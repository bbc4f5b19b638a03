using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class AccountProviderTests
{
    private readonly AccountRig _rig = new();

    private AccountProvider Accounts => _rig.Accounts;

    [Fact]
    public void NothingIsKnownBeforeTheFirstRead()
    {
        Assert.False(Accounts.IsReady);
        Assert.False(Accounts.IsRefused);
        Assert.Null(Accounts.Account);
        Assert.Null(Accounts.Target);
        Assert.Null(Accounts.Refusal);
    }

    [Fact]
    public void AccountInUseIsNotReadAgain()
    {
        _rig.Start();
        _rig.Config = "{}";
        _rig.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("key-1", Accounts.GetCurrent(out var error)?.ApiKey);
        Assert.Null(error);
        Assert.Equal(1, _rig.ConfigReads);
    }

    [Fact]
    public void MissingAccountIsLookedForOnceASecond()
    {
        _rig.Config = "{}";
        _rig.Start();

        var reads = new List<int>();
        foreach (var milliseconds in new[] { 0, 999, 1000, 1999, 2000 })
        {
            _rig.Clock.Elapsed = TimeSpan.FromMilliseconds(milliseconds);
            Assert.Null(Accounts.GetCurrent(out var error));
            Assert.Equal("not_configured", error?.Code);
            reads.Add(_rig.ConfigReads);
        }

        Assert.Equal([2, 2, 3, 3, 4], reads);
        Assert.Empty(_rig.Lines);
        Assert.Equal(0, _rig.Found);
    }

    [Fact]
    public void AccountIsFoundOnceTheOwnerSetsIt()
    {
        _rig.Config = "{}";
        _rig.Start();
        _rig.Config = """{ "communityId": "c", "apiKey": "key-1" }""";

        var account = Accounts.GetCurrent(out var error);

        Assert.Equal("key-1", account?.ApiKey);
        Assert.Null(error);
        Assert.True(Accounts.IsReady);
        Assert.Equal(1, _rig.Found);
        Assert.Equal(0, _rig.Invalidated);
        Assert.Equal([(LogLevel.Info, "The account is set up: community c at https://api.sonorancad.com.")], _rig.Lines);
    }

    [Fact]
    public void AnotherAccountOfSonoranCadReplacesTheOneInUse()
    {
        _rig.Config = "{}";
        _rig.Convars["sonoran_communityID"] = "c";
        _rig.Convars["sonoran_apiKey"] = "key-1";
        _rig.Start();

        Accounts.Refresh();
        Assert.Equal((1, 0), (_rig.ConfigReads, _rig.Found));

        _rig.Convars["sonoran_apiKey"] = "key-2";
        Accounts.Refresh();
        Assert.Equal(("key-2", 1, 1), (Accounts.Account?.ApiKey, _rig.ConfigReads, _rig.Found));

        _rig.Convars.Clear();
        Accounts.Refresh();
        Assert.Equal(("key-2", 1), (Accounts.Account?.ApiKey, _rig.Found));
    }

    [Fact]
    public void RefusedAccountIsNotUsed()
    {
        _rig.Start();

        Assert.True(Accounts.MarkRefused(Accounts.Account!, CadErrors.InvalidApiKey));

        Assert.True(Accounts.IsRefused);
        Assert.False(Accounts.IsReady);
        Assert.Null(Accounts.GetCurrent(out var error));
        Assert.Same(CadErrors.InvalidApiKey, error);
        Assert.Same(CadErrors.InvalidApiKey, Accounts.Refusal);
        Assert.Equal("c", Accounts.Target?.CommunityId);
        var (level, text) = Assert.Single(_rig.Lines);
        Assert.Equal(LogLevel.Error, level);
        Assert.StartsWith("No more removals are sent to community c at https://api.sonorancad.com. Sonoran CAD does not accept this server's API key", text);
    }

    [Fact]
    public void RefusalHoldsUntilAnotherAccountIsInUse()
    {
        var first = _rig.Config;
        _rig.Start();
        Accounts.MarkRefused(Accounts.Account!, CadErrors.InvalidApiKey);

        Accounts.Refresh();
        Assert.True(Accounts.IsRefused);
        Assert.Equal(0, _rig.Found);

        _rig.Config = """{ "communityId": "c", "apiKey": "key-2" }""";
        Accounts.Refresh();
        Assert.False(Accounts.IsRefused);
        Assert.Null(Accounts.Refusal);
        Assert.Equal(("key-2", 1), (Accounts.Account?.ApiKey, _rig.Found));

        _rig.Config = first;
        Accounts.Resolve(_rig.Loader.Load());
        Assert.Equal("key-1", Accounts.Account?.ApiKey);
    }

    [Fact]
    public void ReloadGivesRefusedAccountAnotherTry()
    {
        _rig.Start();
        Accounts.MarkRefused(Accounts.Account!, CadErrors.InvalidApiKey);

        _rig.Reload(_rig.Config!);

        Assert.Equal("key-1", Accounts.GetCurrent(out var error)?.ApiKey);
        Assert.Null(error);
        Assert.Null(Accounts.Refusal);
    }

    [Fact]
    public void RefusalOfRequestFromBeforeReloadIsIgnored()
    {
        _rig.Start();
        var earlier = Accounts.Account!;
        _rig.Reload(_rig.Config!);

        Assert.False(Accounts.MarkRefused(earlier, CadErrors.InvalidApiKey));

        Assert.True(Accounts.IsReady);
        Assert.Empty(_rig.Lines);
    }

    [Theory]
    [InlineData("""{ "communityId": "c", "apiKey": "key-2" }""", 0)]
    [InlineData("""{ "communityId": "c", "apiKey": "key-1", "serverId": 1 }""", 0)]
    [InlineData("""{ "communityId": "d", "apiKey": "key-1" }""", 1)]
    [InlineData("""{ "communityId": "c", "apiKey": "key-1", "serverId": 2 }""", 1)]
    [InlineData("""{ "communityId": "c", "apiKey": "key-1", "apiUrl": "https://cad.example" }""", 1)]
    public void CallsAreInvalidatedOnlyByAnAccountWithOtherCalls(string config, int count)
    {
        _rig.Start();
        Assert.Equal(0, _rig.Invalidated);

        _rig.Reload("{}");
        Assert.Equal(0, _rig.Invalidated);
        Assert.Equal("c", Accounts.Target?.CommunityId);

        _rig.Reload(config);
        Assert.Equal(count, _rig.Invalidated);
        Assert.Equal(Accounts.Account!.Target, Accounts.Target);
    }

    [Fact]
    public void EverySecretOfTheConfigurationIsRedacted()
    {
        _rig.Config = """{ "communityId": "c", "apiKey": "overridden-in-file", "discordWebhook": "https://d.example/webhook" }""";
        _rig.Convars["remove911:apiKey"] = "own";
        _rig.Convars["sonoran_apiKey"] = "vendor-key";
        _rig.Start();
        _rig.Reload("""{ "communityId": "c", "discordWebhook": "https://d.example/webhook" }""");
        _rig.Convars["remove911:apiKey"] = "short";
        _rig.Start();

        Assert.Equal(
            "[secret] [secret] [secret] [secret]",
            _rig.Secrets.Redact("overridden-in-file https://d.example/webhook vendor-key short"));
    }

    [Fact]
    public void SecretsOfAnIncompleteAccountAreRedactedToo()
    {
        _rig.Config = """{ "apiKey": "key-1", "discordWebhook": "https://d.e" }""";
        _rig.Start();

        Assert.Equal("[secret] [secret]", _rig.Secrets.Redact("key-1 https://d.e"));
    }

    [Theory]
    [InlineData("""{ "communityId": "c", "apiKey": "k", "serverId": 1 }""", false)]
    [InlineData("""{ "apiKey": "k", "serverId": 1 }""", true)]
    [InlineData("""{ "communityId": "c", "serverId": 1 }""", true)]
    [InlineData("""{ "communityId": "c", "apiKey": "k" }""", true)]
    public void ConvarsOfSonoranCadFillWhatIsNotSet(string config, bool usesConvars)
    {
        _rig.Config = config;
        _rig.Start();

        Assert.Equal(usesConvars, Accounts.UsesConvars);
    }
}
