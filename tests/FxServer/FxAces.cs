using System;
using System.Collections.Generic;
using System.Linq;

namespace FxServer;

/// <summary>
/// The server's access control: which principals may do what. Principals inherit from each other; objects inherit along their
/// dots.
/// </summary>
public sealed class FxAces
{
    private readonly List<(string Principal, string Object, bool Allow)> _aces = new List<(string, string, bool)>();
    private readonly List<(string Child, string Parent)> _parents = new List<(string, string)>();

    internal FxAces()
    {
    }

    /// <summary>Same as <c>add_ace principal object allow|deny</c>.</summary>
    public void AddAce(string principal, string obj, bool allow = true) => _aces.Add((principal, obj, allow));

    /// <summary>Same as <c>add_principal child parent</c>: the child inherits all permissions of the parent.</summary>
    public void AddPrincipal(string child, string parent) => _parents.Add((child, parent));

    /// <summary>Same as <c>remove_principal child parent</c>.</summary>
    public void RemovePrincipal(string child, string parent) => _parents.RemoveAll(entry =>
        string.Equals(entry.Child, child, StringComparison.OrdinalIgnoreCase) &&
        string.Equals(entry.Parent, parent, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the principal or one that it inherits from is allowed. A single deny overrides every allow.</summary>
    public bool IsAllowed(string principal, string obj) => IsAllowed([principal], obj);

    /// <summary>Whether the player is allowed: directly, by an identifier, or as part of everyone.</summary>
    public bool IsPlayerAllowed(FxPlayer player, string obj)
    {
        var principals = new List<string> { "builtin.everyone", "player." + player.Handle };
        principals.AddRange(player.Identifiers.Select(identifier => "identifier." + identifier));
        return IsAllowed(principals, obj);
    }

    /// <summary>
    /// Whether another resource is allowed, by its principal or as part of everyone; for example, to execute a command.
    /// </summary>
    internal bool IsResourceAllowed(string resource, string obj) => IsAllowed(["builtin.everyone", "resource." + resource], obj);

    private bool IsAllowed(IEnumerable<string> principals, string obj)
    {
        var all = WithParents(principals);
        var entries = _aces.Where(ace => all.Contains(ace.Principal) && Covers(ace.Object, obj)).ToList();
        return entries.Count > 0 && entries.TrueForAll(ace => ace.Allow);
    }

    private HashSet<string> WithParents(IEnumerable<string> principals)
    {
        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<string>(principals);
        while (pending.Count > 0)
        {
            var principal = pending.Dequeue();
            if (all.Add(principal))
            {
                _parents.Where(entry => string.Equals(entry.Child, principal, StringComparison.OrdinalIgnoreCase))
                    .ToList().ForEach(entry => pending.Enqueue(entry.Parent));
            }
        }

        return all;
    }

    private static bool Covers(string granted, string asked) =>
        string.Equals(granted, asked, StringComparison.OrdinalIgnoreCase) ||
        asked.StartsWith(granted + ".", StringComparison.OrdinalIgnoreCase);
}
