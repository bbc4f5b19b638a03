namespace SonoranCad.Remove911.Commands;

/// <summary>Offers the command as a chat suggestion to players who may use it, again when their chat has loaded.</summary>
internal sealed class ChatSuggestions(
    IPlayerDirectory players, IClientEvents clientEvents, Localizer localizer, SettingsMonitor settings, IClock clock) : ITickable
{
    public const string AddEvent = "chat:addSuggestion";
    public const string RemoveEvent = "chat:removeSuggestion";

    // A chat loads once, and again when its resource restarts.
    private readonly PartitionedRateLimiter _limiter = new(3, TimeSpan.FromSeconds(10));

    // Online players who have the suggestion.
    private readonly HashSet<int> _offeredTo = new();

    // The settings at the last offers. A reload replaces them, and the texts and permissions may have changed too.
    private Settings _offeredWith = settings.Current;

    public bool NeedsTick => _offeredWith != settings.Current;

    private string Command => "/" + settings.Current.Command;

    /// <summary>Offers the command to everyone online who may use it.</summary>
    public void OfferToAll()
    {
        _offeredWith = settings.Current;
        foreach (var player in players.GetOnline())
            Offer(player);
    }

    /// <summary>Offers the command when a player's chat has loaded. Rate-limited, because a client can report that at any time.</summary>
    public void OnChatReady(int player)
    {
        if (_limiter.TryAcquire("player " + player, clock.Elapsed, out _))
            Offer(player);
    }

    public void OnPlayerLeft(int player) => _offeredTo.Remove(player);

    /// <summary>Removes the suggestion from everyone, because the command ends with this resource.</summary>
    public void WithdrawAll()
    {
        foreach (var player in _offeredTo)
            clientEvents.Send(player, RemoveEvent, Command);

        _offeredTo.Clear();
    }

    public void Tick(TimeSpan now)
    {
        if (NeedsTick)
            OfferToAll();
    }

    private void Offer(int player)
    {
        if (players.IsAllowed(player, settings.Current.Ace))
        {
            _offeredTo.Add(player);
            clientEvents.Send(player, AddEvent, Command, localizer.Format(new Phrase("suggestion.help")), Parameters(player));
        }
        else if (_offeredTo.Remove(player))
        {
            clientEvents.Send(player, RemoveEvent, Command);
        }
    }

    // The words are the same in every language. Players see only those that they may use.
    private Dictionary<string, object>[] Parameters(int player)
    {
        var words = SubcommandDefinitions.Table.Where(row => row.Word.Length > 0 && row.IsAllowed(player, players, settings.Current.Ace)).Select(row => row.Word);
        var help = new Phrase("suggestion.parameter_help").With("words", string.Join(", ", words));
        return [new() { ["name"] = localizer.Format(new Phrase("suggestion.parameter")), ["help"] = localizer.Format(help) }];
    }
}
