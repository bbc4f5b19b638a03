using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>An <see cref="AccountProvider"/> whose config.json, convars and clock the test controls.</summary>
internal sealed class AccountRig
{
    public AccountRig()
    {
        var files = new Mock<IResourceFiles>();
        files.Setup(f => f.Read("config.json")).Callback(() => ConfigReads++).Returns(() => Config);
        var convars = new Mock<IConvars>();
        convars.Setup(c => c.Get(It.IsAny<string>())).Returns((string name) => Convars.GetValueOrDefault(name));
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>())).Callback((LogLevel level, Phrase line) => Lines.Add((level, line.InEnglish())));
        Loader = new ConfigLoader(files.Object, convars.Object);
        Accounts = new AccountProvider(Loader, new AccountResolver(convars.Object), Secrets, Clock, log.Object);
        Accounts.AccountFound += () => Found++;
        Accounts.CallsInvalidated += () => Invalidated++;
    }

    /// <summary>The content of config.json; null if there is no such file.</summary>
    public string? Config { get; set; } = """{ "communityId": "c", "apiKey": "key-1" }""";

    public int ConfigReads { get; private set; }

    public Dictionary<string, string> Convars { get; } = [];

    public FakeClock Clock { get; } = new();

    public SecretRedactor Secrets { get; } = new();

    public ConfigLoader Loader { get; }

    public AccountProvider Accounts { get; }

    public List<(LogLevel Level, string Text)> Lines { get; } = [];

    /// <summary>How often <see cref="AccountProvider.AccountFound"/> was raised.</summary>
    public int Found { get; private set; }

    /// <summary>How often <see cref="AccountProvider.CallsInvalidated"/> was raised.</summary>
    public int Invalidated { get; private set; }

    public AccountResolution Start() => Accounts.Resolve(Loader.Load());

    /// <summary>Changes config.json and uses it as a reload does.</summary>
    public void Reload(string config)
    {
        Config = config;
        Accounts.Reload(Loader.Load());
    }
}
