namespace SonoranCad.Remove911.Removals;

/// <summary>Who made a request, as the log and the outcome events name it. It never holds the address of a player.</summary>
internal sealed class Requester
{
    private const string ConsoleKind = "console";
    private const string PlayerKind = "player";
    private const string ResourceKind = "resource";
    private const string ScheduleKind = "schedule";

    private Requester(RequesterKind kind, int source, string name, string license)
    {
        Kind = kind;
        Source = source;
        Name = name;
        License = license;
    }

    public static Requester Console { get; } = new(RequesterKind.Console, 0, "console", string.Empty);

    /// <summary>The setting <c>clearAfterMinutes</c>.</summary>
    public static Requester Schedule { get; } = new(RequesterKind.Schedule, 0, "schedule", string.Empty);

    public RequesterKind Kind { get; }

    /// <summary>The player's server id; 0 for everyone else.</summary>
    public int Source { get; }

    /// <summary>The player's or the resource's name, cleaned for display.</summary>
    public string Name { get; }

    /// <summary>The player's license identifier ("license:…"), or empty.</summary>
    public string License { get; }

    /// <summary>Identifies the requester. A player who leaves and joins again is another one.</summary>
    public string Key => FormattableString.Invariant($"{KindName} {Source} {(License.Length > 0 ? License : Name)}");

    public static Requester Player(int source, string? name, string? license) => new(
        RequesterKind.Player,
        source,
        TextSanitizer.Clean(name, TextSanitizer.MaxNameLength),
        TextSanitizer.Clean(license, 80));

    public static Requester Resource(string? name) =>
        new(RequesterKind.Resource, 0, TextSanitizer.Clean(name, TextSanitizer.MaxNameLength), string.Empty);

    /// <summary>The kind's name in events and in the store: console, player, resource, schedule.</summary>
    public string KindName => Kind switch
    {
        RequesterKind.Console => ConsoleKind,
        RequesterKind.Player => PlayerKind,
        RequesterKind.Schedule => ScheduleKind,
        _ => ResourceKind,
    };

    /// <summary>Creates a requester from its stored values.</summary>
    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    public static Requester Restore(string kind, int source, string name, string license) => kind switch
    {
        ConsoleKind => Console,
        PlayerKind => Player(source, name, license),
        ResourceKind => Resource(name),
        ScheduleKind => Schedule,
        _ => throw new ArgumentException("There is no such kind of requester.", nameof(kind)),
    };

    /// <summary>The requester in an outcome event: kind (<see cref="KindName"/>), source, name, license.</summary>
    public IReadOnlyDictionary<string, object> ToDictionary() => new Dictionary<string, object>
    {
        ["kind"] = KindName,
        ["source"] = Source,
        ["name"] = Name,
        ["license"] = License,
    };

    /// <summary>A name that is safe to show to players, without the license: a text or a <see cref="Phrase"/>.</summary>
    public object DisplayName => Kind == RequesterKind.Player ? Name : LogName;

    /// <summary>The name for the log, with a player's license.</summary>
    public Phrase LogName => Kind switch
    {
        RequesterKind.Console => new Phrase("requester.console"),
        RequesterKind.Resource => new Phrase("requester.resource").With("name", Name),
        RequesterKind.Schedule => new Phrase("requester.schedule"),
        _ => new Phrase(License.Length == 0 ? "requester.player_without_license" : "requester.player")
            .With("name", Name)
            .With("source", Source)
            .With("license", License),
    };

    public override string ToString() => $"{KindName} {Source} {Name} {License}";
}

/// <summary>Who may request a removal.</summary>
internal enum RequesterKind
{
    Console,
    Player,

    /// <summary>Another resource, by event or export.</summary>
    Resource,

    /// <summary>The resource itself, because a call is older than <c>clearAfterMinutes</c>.</summary>
    Schedule,
}
