using System.Threading.Tasks;
using CitizenFX.Core;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Hosting;

namespace SonoranCad.Remove911;

/// <summary>The resource's only script. Connects the host to the server.</summary>
public sealed class Remove911Script : BaseScript
{
    private readonly ResourceHost _host;

    /// <summary>The server calls this when the resource starts.</summary>
    public Remove911Script()
        : this(new SystemClock(), new Random().NextDouble)
    {
    }

    /// <param name="clock">The time.</param>
    /// <param name="random">Returns numbers from 0 up to 1, for the jitter of retries.</param>
    internal Remove911Script(IClock clock, Func<double> random)
    {
        // The server identifies a tick handler by its delegate instance, so the same instance must be added and removed.
        Func<Task> onTick = OnTick;
        _host = new ResourceHost(CfxPorts.Create(Players, clock, random), new TickSwitch(() => Tick += onTick, () => Tick -= onTick));
        _host.Register(new HandlerRegistry(EventHandlers, Exports, _host.Guard, _host.UpdateTickSwitch));
        _host.Start();
    }

    private Task OnTick()
    {
        _host.Tick();
        return Task.CompletedTask;
    }
}
