namespace SonoranCad.Remove911.Hosting;

/// <summary>The command with its subcommands, and what players see.</summary>
internal sealed class CommandServices
{
    public CommandServices(CoreServices core, DeliveryServices delivery, OpenCallServices openCalls, NewestCallRequests newestCalls)
    {
        var ports = core.Ports;
        NotificationResources = new NotificationResources(ports.ResourceStates);
        Notifier = new Notifier(ports.ClientEvents, core.Settings, NotificationResources, core.Localizer, core.Log);
        AccountWatcher = new AccountWatcher(core.Accounts, core.Log, ports.Resource);
        RequestGuard = new RequestGuard(ports.Players, Notifier, core.Settings, ports.Clock, core.Log);
        Suggestions = new ChatSuggestions(ports.Players, ports.ClientEvents, core.Localizer, core.Settings, ports.Clock);

        var messages = openCalls.Messages;
        var query = new OpenCallQuery(openCalls.Service, delivery.Removals, messages);
        var reloader = new ConfigReloader(core.ConfigLoader, core.Accounts, core.Settings);
        var counter = new CallCounter(query, messages, openCalls.Confirmations, core.Settings);
        var confirm = new ConfirmCommand(openCalls.Confirmations, delivery.Outbox, delivery.Removals, core.Settings);
        var subcommands = new SubcommandTable(
            new ListCommand(query, messages),
            new LastCommand(query, messages, newestCalls, delivery.Removals, core.Settings),
            new AllCommand(counter, confirm),
            new FromCommand(counter, core.Settings),
            new OlderCommand(counter, core.Settings, ports.Clock),
            confirm,
            new StatusCommand(delivery.Status, core.Accounts, delivery.AccountCheck, core.Settings, ports.Resource),
            new ReloadCommand(reloader, delivery.AccountCheck, core.Log, ports.Resource),
            new HelpCommand(ports.Players, core.Settings));
        Commands = new CommandService(subcommands, delivery.Removals, ports.Players, core.Settings);
        StatusTable = new StatusTable(delivery.Status, core.Accounts, core.Localizer, core.Redactor, ports.Resource);
    }

    public NotificationResources NotificationResources { get; }
    public Notifier Notifier { get; }
    public AccountWatcher AccountWatcher { get; }
    public RequestGuard RequestGuard { get; }
    public ChatSuggestions Suggestions { get; }
    public CommandService Commands { get; }
    public StatusTable StatusTable { get; }
}
