namespace SonoranCad.Remove911.Removals;

/// <summary>Who made a request, as the log and the outcome events name it. It never holds the address of a player.</summary>
internal sealed class Requester
{
    // Of each RequesterKind, in their order.
    private static readonly string[] KindNames = ["console", "player", "resource", "schedule"];

    private Requester(RequesterKind kind, string? name)
    {
        Kind = kind;
        Name = TextSanitizer.Clean(name, TextSanitizer.MaxNameLength);
    }

    public static Requester Console { get; } = new(RequesterKind.Console, "console");

    /// <summary>This resource itself, because a call is older than <c>clearAfterMinutes</c>.</summary>
    public static Requester Schedule { get; } = new(RequesterKind.Schedule, "schedule");

    public RequesterKind Kind { get; }

    /// <summary>The player's server id; 0 for everyone else.</summary>
    public int Source { get; private init; }

    /// <summary>The player's or the resource's name, cleaned for display.</summary>
    public string Name { get; }

    /// <summary>The player's license identifier ("license:…"), or empty.</summary>
    public string License { get; private init; } = string.Empty;

    /// <summary>Identifies the requester. A player who leaves and joins again is another one.</summary>
    public string Key => FormattableString.Invariant($"{KindName} {Source} {(License.Length > 0 ? License : Name)}");

    public static Requester Player(int source, string? name, string? license) =>
        new(RequesterKind.Player, name) { Source = source, License = TextSanitizer.Clean(license, 80) };

    public static Requester Resource(string? name) => new(RequesterKind.Resource, name);

    /// <summary>The kind's name in events and in the store: console, player, resource, schedule.</summary>
    public string KindName => KindNames[(int)Kind];

    /// <summary>Creates a requester from its stored values.</summary>
    /// <exception cref="ArgumentException">The kind is unknown.</exception>
    public static Requester Restore(string kind, int source, string name, string license) => Array.IndexOf(KindNames, kind) switch
    {
        (int)RequesterKind.Console => Console,
        (int)RequesterKind.Player => Player(source, name, license),
        (int)RequesterKind.Resource => Resource(name),
        (int)RequesterKind.Schedule => Schedule,
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

    public Phrase LogName => Kind switch
    {
        RequesterKind.Console => new Phrase("requester.console"),
        RequesterKind.Resource => new Phrase("requester.resource").With("name", Name),
        RequesterKind.Schedule => new Phrase("requester.schedule"),
        _ => new Phrase(License.Length == 0 ? "requester.player_without_license" : "requester.player")
            .With("name", Name).With("source", Source).With("license", License),
    };

    public override string ToString() => $"{KindName} {Source} {Name} {License}";
}

/// <summary>Who may request a removal.</summary>
internal enum RequesterKind
{
    Console,
    Player,
    Resource,
    Schedule,
}
