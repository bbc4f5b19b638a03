using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FxServer;

/// <summary>The commands that resources have registered, and who may run them.</summary>
internal sealed class CommandTable
{
    private readonly GameServer _server;
    private readonly ConsoleBuiltIns _builtIns;
    private readonly Dictionary<string, (IFunctionOwner Owner, string Function)> _commands =
        new Dictionary<string, (IFunctionOwner Owner, string Function)>(StringComparer.OrdinalIgnoreCase);

    public CommandTable(GameServer server)
    {
        _server = server;
        _builtIns = new ConsoleBuiltIns(server);
    }

    /// <summary>A later registration replaces the handler but keeps the first one's restriction.</summary>
    public void Register(IFunctionOwner owner, string name, Delegate handler, bool restricted)
    {
        if (!restricted && !_commands.ContainsKey(name))
        {
            _server.Aces.AddAce("builtin.everyone", "command." + name);
        }

        _commands[name] = (owner, _server.Wire.Functions.Add(owner, handler));
    }

    public bool Has(string name) => _commands.ContainsKey(name);

    public IReadOnlyList<string> NamesOf(string resource) =>
        _commands.Where(entry => entry.Value.Owner.Name == resource).Select(entry => entry.Key).ToArray();

    public void Forget(IFunctionOwner owner)
    {
        foreach (var name in _commands.Where(entry => entry.Value.Owner == owner).Select(entry => entry.Key).ToList())
        {
            _commands.Remove(name);
        }
    }

    public object?[] Describe() => _commands
        .Select(entry => (object?)new Dictionary<string, object?>
        {
            ["name"] = entry.Key,
            ["resource"] = entry.Value.Owner.Name,
            ["arity"] = -1,
        })
        .ToArray();

    /// <param name="line">As typed. The chat takes off the slash; at the console, no command begins with one.</param>
    /// <param name="player">Null for the console, which may do everything.</param>
    /// <param name="invoker">The resource that executes the command; null if somebody typed it.</param>
    /// <returns>False if the server did not run it: it is unknown, denied, or the server refused its arguments.</returns>
    public bool Run(string line, FxPlayer? player, string? invoker)
    {
        var command = CommandLine.Parse(player is not null && line.StartsWith("/", StringComparison.Ordinal) ? line.Substring(1) : line);
        if (command.Words.Count == 0)
        {
            return true;
        }

        var name = command.Words[0];
        if (!_commands.TryGetValue(name, out var entry))
        {
            return player is null && _builtIns.Run(command.Words);
        }

        if (player is not null && !_server.Aces.IsPlayerAllowed(player, "command." + name))
        {
            player.AddChatLine($"Access denied for command {name}.");
            return false;
        }

        if (invoker is not null && !_server.Aces.IsResourceAllowed(invoker, "command." + name))
        {
            _server.Console.WriteLine($"Access denied for command {name}.");
            return false;
        }

        RunHandler(command, entry.Function, player, invoker);
        return true;
    }

    private void RunHandler(CommandLine command, string function, FxPlayer? player, string? invoker)
    {
        var mirror = _server.Console.MirrorTo(player);
        try
        {
            var args = command.Words.Skip(1).Cast<object?>().ToList();
            _server.Wire.Call(function, [player?.NetId ?? 0, args, command.Raw], _server.Host, invoker);
        }
        catch (Exception failure)
        {
            _server.Console.WriteLine(
                string.Format(CultureInfo.InvariantCulture, "Error running command {0}: {1}", command.Words[0], failure));
        }
        finally
        {
            _server.Console.MirrorTo(mirror);
        }
    }
}
