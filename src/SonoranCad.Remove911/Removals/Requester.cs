using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Who asked: what the log and the outcome events tell of it. No address of a player is ever kept.</summary>
internal sealed class Requester
{
    private const string ConsoleKind = "console";
    private const string PlayerKind = "player";
    private const string ResourceKind = "resource";

    private Requester(RequesterKind kind, int source, string name, string license)
    {
        Kind = kind;
        Source = source;
        Name = name;
        License = license;
    }

    /// <summary>The server console.</summary>
    public static Requester Console { get; } = new(RequesterKind.Console, 0, "console", string.Empty);

    public RequesterKind Kind { get; }

    /// <summary>The player's server id; 0 for the console and for resources.</summary>
    public int Source { get; }

    /// <summary>The player's or the resource's name, cleaned for display.</summary>
    public string Name { get; }

    /// <summary>The player's license identifier ("license:…"), or empty.</summary>
    public string License { get; }

    /// <summary>Tells requesters apart: the console is one, and a player who comes back is another.</summary>
    public string Key => FormattableString.Invariant($"{KindName} {Source} {License}");

    public static Requester Player(int source, string? name, string? license) => new(
        RequesterKind.Player,
        source,
        TextSanitizer.Clean(name, TextSanitizer.MaxNameLength),
        TextSanitizer.Clean(license, 80));

    public static Requester Resource(string? name) =>
        new(RequesterKind.Resource, 0, TextSanitizer.Clean(name, TextSanitizer.MaxNameLength), string.Empty);

    /// <summary>The kind's name in events and in the store: console, player, resource.</summary>
    public string KindName => Kind switch
    {
        RequesterKind.Console => ConsoleKind,
        RequesterKind.Player => PlayerKind,
        _ => ResourceKind,
    };

    /// <summary>Makes a requester of what the store kept of one.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static Requester Restore(string kind, int source, string name, string license) => kind switch
    {
        ConsoleKind => Console,
        PlayerKind => Player(source, name, license),
        ResourceKind => Resource(name),
        _ => throw new ArgumentException("There is no such kind of requester.", nameof(kind)),
    };

    /// <summary>What the outcome events tell: kind (console, player, resource), source, name, license.</summary>
    public IReadOnlyDictionary<string, object> ToDictionary() => new Dictionary<string, object>
    {
        ["kind"] = KindName,
        ["source"] = Source,
        ["name"] = Name,
        ["license"] = License,
    };

    /// <summary>A name that is safe to show to players: without the license. A text or a <see cref="Phrase"/>.</summary>
    public object DisplayName => Kind switch
    {
        RequesterKind.Console => new Phrase("requester.console"),
        RequesterKind.Resource => new Phrase("requester.resource").With("name", Name),
        _ => Name,
    };

    /// <summary>The name for the log, with a player's license.</summary>
    public Phrase LogName => Kind switch
    {
        RequesterKind.Console => new Phrase("requester.console"),
        RequesterKind.Resource => new Phrase("requester.resource").With("name", Name),
        _ => new Phrase(License.Length == 0 ? "requester.player_without_license" : "requester.player")
            .With("name", Name)
            .With("source", Source)
            .With("license", License),
    };

    public override string ToString() => $"{KindName} {Source} {Name} {License}";
}
