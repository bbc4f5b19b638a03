using CitizenFX.Core;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Hosting;

namespace SonoranCad.Remove911;

/// <summary>The resource's only script. Connects the host to the server.</summary>
public sealed class Remove911Script : BaseScript
{
    /// <summary>The server calls this when the resource starts.</summary>
    public Remove911Script()
        : this(new SystemClock(), new Random().NextDouble)
    {
    }

    /// <param name="clock">The time.</param>
    /// <param name="random">Returns numbers from 0 up to 1, for the jitter of retries.</param>
    internal Remove911Script(IClock clock, Func<double> random)
    {
        var ports = ServerPorts.Create(Players, clock, random);
        var host = new ResourceHost(ports, handler => Tick += handler, handler => Tick -= handler);
        host.Register(new HandlerRegistry(EventHandlers, Exports, host.Guard, host.TickSwitch));
        host.Start();
    }
}
