using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace Benchmarks;

/// <summary>The baseline: a command and, on demand, a tick handler that do nothing.</summary>
public sealed class EmptyScript : BaseScript
{
    public const string Command = "empty";

    public const string TickCommand = "emptytick";

    /// <summary>Calls the natives that the resource calls, so that the stand-in's code for them is compiled.</summary>
    public const string NativesCommand = "emptynatives";

    /// <summary>Called by the server.</summary>
    public EmptyScript()
    {
        API.RegisterCommand(Command, new Action<int, List<object>, string>((_, _, _) => { }), true);
        API.RegisterCommand(TickCommand, new Action<int, List<object>, string>((_, _, _) => Tick += () => Task.CompletedTask), true);
        API.RegisterCommand(NativesCommand, new Action<int, List<object>, string>((_, _, _) => CallNatives()), true);
        EventHandlers["__cfx_internal:httpResponse"] += new Action<object, object, object, object, object>((_, _, _, _, _) => { });
    }

    private static void CallNatives()
    {
        API.SetResourceKvpNoSync("key", "value");
        API.GetResourceKvpString("key");
        API.DeleteResourceKvpNoSync("key");
        API.FlushResourceKvp();
        API.PerformHttpRequestInternalEx(new Dictionary<string, object>
        {
            ["url"] = "http://127.0.0.1:9",
            ["method"] = "POST",
            ["data"] = "{}",
            ["headers"] = new Dictionary<string, string> { ["Accept"] = "application/json" },
            ["followLocation"] = false,
        });
        TriggerEvent("empty", 1, "text", new Dictionary<string, object> { ["name"] = "text", ["source"] = 0 });
        Debug.WriteLine("empty");
    }
}
