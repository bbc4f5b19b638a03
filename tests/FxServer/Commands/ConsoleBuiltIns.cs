using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>The server's own commands that owners use with a resource. Here, only the console has them.</summary>
internal sealed class ConsoleBuiltIns
{
    private readonly GameServer _server;

    public ConsoleBuiltIns(GameServer server) => _server = server;

    /// <summary>Returns false if there is no such command, or if it refused its arguments. The console says why.</summary>
    public bool Run(IReadOnlyList<string> words)
    {
        switch (words[0].ToUpperInvariant())
        {
            case "SET" or "SETR" or "SETS" when words.Count == 3:
                _server.Convars.Set(words[1], words[2]);
                return true;
            case "ADD_ACE" when words.Count == 4:
                _server.Aces.AddAce(words[1], words[2], string.Equals(words[3], "allow", StringComparison.OrdinalIgnoreCase));
                return true;
            case "TEST_ACE" when words.Count == 3:
                var allowed = _server.Aces.IsAllowed(words[1], words[2]);
                _server.Console.WriteLine($"{words[1]} -> {words[2]} = {(allowed ? "true" : "false")}");
                return true;
            case "ADD_PRINCIPAL" when words.Count == 3:
                _server.Aces.AddPrincipal(words[1], words[2]);
                return true;
            case "REMOVE_PRINCIPAL" when words.Count == 3:
                _server.Aces.RemovePrincipal(words[1], words[2]);
                return true;
            case "ADD_CONVAR_PERMISSION" when words.Count == 4:
                return AddConvarPermission(words[1], words[2], words[3]);
            case "STOP" when words.Count == 2:
                return Stop(words[1]);
            case "START" or "ENSURE" or "RESTART" when words.Count == 2:
                return Start(words[0].ToUpperInvariant(), words[1]);
            default:
                return Refuse($"No such command {words[0]}.");
        }
    }

    private bool Refuse(string why)
    {
        _server.Console.WriteLine(why);
        return false;
    }

    private bool AddConvarPermission(string resource, string operation, string convar)
    {
        if (_server.HasExecutedConfiguration)
        {
            return Refuse("add_convar_permission is only executable before the server finished execution.");
        }

        if (operation == "read")
        {
            _server.Convars.Grant(resource, convar);
        }

        return true;
    }

    private bool Stop(string name)
    {
        if (_server.Resources.IsMissing(name))
        {
            return Refuse($"Couldn't find resource {name}.");
        }

        _server.StopResource(name);
        return true;
    }

    private bool Start(string how, string name)
    {
        if (_server.Resources.FolderOf(name) is not { } folder)
        {
            return Refuse($"Couldn't find resource {name}.");
        }

        var isUp = _server.Resources.IsUp(name);
        if (how == "RESTART" && !isUp)
        {
            return Refuse("Can't restart a stopped resource.");
        }

        if (how == "START" && isUp)
        {
            return true;
        }

        _server.StopResource(name);
        return TryStart(folder, name);
    }

    private bool TryStart(string folder, string name)
    {
        try
        {
            _server.StartResource(folder, name);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The console has the cause; this line is for whoever typed.
            return Refuse($"Couldn't start resource {name}.");
        }
    }
}
