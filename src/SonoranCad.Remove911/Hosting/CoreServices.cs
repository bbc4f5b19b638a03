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

        ConfigLoader = new ConfigLoader(ports.Files, ports.Convars);
        ConfigFile = ConfigLoader.Load();
        Settings = new SettingsMonitor(ConfigFile.Settings);
        LocaleLoader = new LocaleLoader(ports.Files, Localizer, Log);
        OnSettingsChanged();

        Accounts = new AccountProvider(ConfigLoader, new AccountResolver(ports.Convars), Redactor, ports.Clock, Log);
        HttpClient = new CallbackHttpClient(ports.Transport, ports.Clock, Guard, Log) { Budget = Budget };
    }

    public ServerPorts Ports { get; }
    public TickBudget Budget { get; }
    public SecretRedactor Redactor { get; }
    public Localizer Localizer { get; }
    public LocaleLoader LocaleLoader { get; }
    public BufferedLog Log { get; }
    public ExceptionGuard Guard { get; }
    public ConfigLoader ConfigLoader { get; }

    /// <summary>The config.json and the convars as read at startup; a reload does not change this.</summary>
    public ConfigFile ConfigFile { get; }

    public SettingsMonitor Settings { get; }
    public AccountProvider Accounts { get; }
    public CallbackHttpClient HttpClient { get; }

    public void OnSettingsChanged()
    {
        Log.Level = Settings.Current.LogLevel;
        Log.Command = Settings.Current.Command;
        LocaleLoader.Load(Settings.Current.Locale);
    }
}
