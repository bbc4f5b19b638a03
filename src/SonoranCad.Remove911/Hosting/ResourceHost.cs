using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Notifications;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Hosting;

/// <summary>What every part of the resource stands on: the server's seams, the configuration, the log and its language.</summary>
internal sealed class ResourceHost
{
    public ResourceHost(PlayerList players, ITickSwitch tick)
    {
        Tick = tick;
        Localizer = new Localizer(LocaleFile.ReadBuiltIn());
        Log = new BufferedLog(new CfxConsole(), Secrets, Localizer);
        Guard = new ExceptionGuard(Log, tick);
        ResourceName = API.GetCurrentResourceName();
        Version = typeof(ResourceHost).Assembly.GetName().Version.ToString(3);
        Files = new CfxResourceFiles(ResourceName);
        ConfigFile = ConfigReader.Read(Files.Read(AccountProvider.ConfigFileName));
        Settings = new SettingsMonitor(ConfigFile.Settings);
        Log.Level = ConfigFile.Settings.LogLevel;
        LocaleLoader = new LocaleLoader(Files, Localizer, Log);
        LocaleLoader.Load(ConfigFile.Settings.Locale);

        // The first of those that follow the settings: what the others have to say is said in the new language.
        Settings.Changed += () =>
        {
            Log.Level = Settings.Current.LogLevel;
            LocaleLoader.Load(Settings.Current.Locale);
        };
        Accounts = new AccountProvider(Files, new AccountResolver(new CfxConvars()), Secrets, Log);
        Transport = new GuardedHttpTransport(new CfxHttpTransport(), Log);
        HttpClient = new CallbackHttpClient(Transport, tick, Clock);
        ClientEvents = new CfxClientEvents(players);
        Players = new CfxPlayerDirectory(players, new Notifier(ClientEvents, Settings, NotificationResources, Localizer, Log, tick));
    }

    public ITickSwitch Tick { get; }

    public IClock Clock { get; } = new SystemClock();

    public SecretRedactor Secrets { get; } = new();

    public Localizer Localizer { get; }

    public LocaleLoader LocaleLoader { get; }

    public BufferedLog Log { get; }

    public ExceptionGuard Guard { get; }

    /// <summary>This resource's name, which is its folder's: owners rename it.</summary>
    public string ResourceName { get; }

    /// <summary>This resource's version: 1.2.3.</summary>
    public string Version { get; }

    public IResourceFiles Files { get; }

    /// <summary>config.json as it was read at the start.</summary>
    public ConfigFile ConfigFile { get; }

    public SettingsMonitor Settings { get; }

    public AccountProvider Accounts { get; }

    public IHttpTransport Transport { get; }

    public CallbackHttpClient HttpClient { get; }

    /// <summary>The resources that may show players our lines.</summary>
    public NotificationResources NotificationResources { get; } = new(new CfxResourceStates());

    public IClientEvents ClientEvents { get; }

    public IPlayerDirectory Players { get; }
}
