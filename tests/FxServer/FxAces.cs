using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FxServer;

/// <summary>The server's access control: who (principals, which inherit) may do what (objects, which inherit along their dots).</summary>
public sealed class FxAces
{
    private readonly List<(string Principal, string Object, bool Allow)> _aces = new List<(string, string, bool)>();
    private readonly List<(string Child, string Parent)> _parents = new List<(string, string)>();

    internal FxAces()
    {
    }

    /// <summary>As <c>add_ace principal object allow|deny</c>.</summary>
    public void AddAce(string principal, string obj, bool allow = true) => _aces.Add((principal, obj, allow));

    /// <summary>As <c>add_principal child parent</c>: the child has all that the parent has.</summary>
    public void AddPrincipal(string child, string parent) => _parents.Add((child, parent));

    /// <summary>As <c>remove_principal child parent</c>.</summary>
    public void RemovePrincipal(string child, string parent) => _parents.RemoveAll(entry =>
        string.Equals(entry.Child, child, StringComparison.OrdinalIgnoreCase) &&
        string.Equals(entry.Parent, parent, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the principal, or one that it inherits from, may; one deny among its entries beats every allow.</summary>
    public bool IsAllowed(string principal, string obj) => IsAllowed([principal], obj);

    /// <summary>Whether the player may, by himself, an identifier of his, or as anyone.</summary>
    public bool IsPlayerAllowed(FxPlayer player, string obj)
    {
        var principals = new List<string> { "builtin.everyone", "player." + player.NetId.ToString(CultureInfo.InvariantCulture) };
        principals.AddRange(player.Identifiers.Select(identifier => "identifier." + identifier));
        return IsAllowed(principals, obj);
    }

    /// <summary>Whether another resource may, by its principal or as anyone: a command that it executes, for one.</summary>
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
