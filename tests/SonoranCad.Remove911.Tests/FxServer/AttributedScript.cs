using System.Collections.Generic;
using System.Threading.Tasks;
using CitizenFX.Core;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>Registers its handlers by attributes only.</summary>
public sealed class AttributedScript : BaseScript
{
    private bool _ticked;

    [EventHandler("attributed:event")]
    public static void OnEvent([FromSource] string source, object value) => Debug.WriteLine($"event {value} from {source}");

    [Command("attributed", Restricted = true)]
    public static void OnCommand(int source, List<object> args, string raw) => Debug.WriteLine("command");

    [Tick]
    public Task OnTickAsync()
    {
        if (!_ticked)
        {
            Debug.WriteLine("tick");
            _ticked = true;
        }

        return Task.CompletedTask;
    }
}
