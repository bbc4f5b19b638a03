using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>The few commands of the server itself that owners use with a resource. Only the console has them here.</summary>
internal sealed class ConsoleBuiltIns
{
    private readonly GameServer _server;

    public ConsoleBuiltIns(GameServer server) => _server = server;

    /// <summary>False when the server has no such command, or not with so many words.</summary>
    public bool TryRun(IReadOnlyList<string> words)
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
                AddConvarPermission(words[1], words[2], words[3]);
                return true;
            case "STOP" when words.Count == 2:
                _server.StopResource(words[1]);
                return true;
            case "START" or "ENSURE" or "RESTART" when words.Count == 2:
                Start(words[0].ToUpperInvariant(), words[1]);
                return true;
            default:
                return false;
        }
    }

    private void AddConvarPermission(string resource, string operation, string convar)
    {
        if (_server.HasExecutedConfiguration)
        {
            _server.Console.WriteLine("add_convar_permission is only executable before the server finished execution.");
        }
        else if (operation == "read")
        {
            _server.Convars.Grant(resource, convar);
        }
    }

    private void Start(string how, string name)
    {
        if (_server.Resources.FolderOf(name) is not { } folder)
        {
            _server.Console.WriteLine($"Couldn't find resource {name}.");
            return;
        }

        var isUp = _server.Resources.IsUp(name);
        if (how == "RESTART" && !isUp)
        {
            _server.Console.WriteLine("Can't restart a stopped resource.");
        }
        else if (how != "START" || !isUp)
        {
            _server.StopResource(name);
            TryStart(folder, name);
        }
    }

    private void TryStart(string folder, string name)
    {
        try
        {
            _server.StartResource(folder, name);
        }
        catch (InvalidOperationException)
        {
            // The console has why; whoever typed reads this.
            _server.Console.WriteLine($"Couldn't start resource {name}.");
        }
    }
}
