using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace Benchmarks;

/// <summary>What the resource is measured against: a command, and on demand a tick handler, that do nothing.</summary>
public sealed class EmptyScript : BaseScript
{
    public const string Command = "empty";

    public const string TickCommand = "emptytick";

    /// <summary>Made by the server.</summary>
    public EmptyScript()
    {
        API.RegisterCommand(Command, new Action<int, List<object>, string>((_, _, _) => { }), true);
        API.RegisterCommand(TickCommand, new Action<int, List<object>, string>((_, _, _) => Tick += () => Task.CompletedTask), true);
    }
}
