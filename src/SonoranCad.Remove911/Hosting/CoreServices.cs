using SonoranCad.Remove911.Cfx;

namespace SonoranCad.Remove911.Hosting;

/// <summary>What all other services use: the ports, the log and its language, the settings, the account, HTTP.</summary>
internal sealed class CoreServices
{
    public CoreServices(ServerPorts ports)
    {
        Ports = ports;
        Redactor = new SecretRedactor();
        Localizer = new Localizer(LocaleFile.BuiltIn);
        Budget = new TickBudget(ports.Clock);
        Log = new BufferedLog(ports.Console, Redactor, Localizer) { Budget = Budget };
        Guard = new ExceptionGuard(Log);

        ConfigFile = ConfigReader.ReadFrom(ports.Files);
        Settings = new SettingsMonitor(ConfigFile.Settings);
        LocaleLoader = new LocaleLoader(ports.Files, Localizer, Log);
        OnSettingsChanged();

        Accounts = new AccountProvider(ports.Files, new AccountResolver(ports.Convars), Redactor, ports.Clock, Log);
        HttpClient = new CallbackHttpClient(new GuardedHttpTransport(ports.Transport, Log), ports.Clock, Guard) { Budget = Budget };
    }

    public ServerPorts Ports { get; }

    public TickBudget Budget { get; }

    public SecretRedactor Redactor { get; }

    public Localizer Localizer { get; }

    public LocaleLoader LocaleLoader { get; }

    public BufferedLog Log { get; }

    public ExceptionGuard Guard { get; }

    /// <summary>The config.json of the start; a reload does not change it.</summary>
    public ConfigFile ConfigFile { get; }

    public SettingsMonitor Settings { get; }

    public AccountProvider Accounts { get; }

    public CallbackHttpClient HttpClient { get; }

    /// <summary>Applies the log level and the language.</summary>
    public void OnSettingsChanged()
    {
        Log.Level = Settings.Current.LogLevel;
        LocaleLoader.Load(Settings.Current.Locale);
    }
}
