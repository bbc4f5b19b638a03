using System.Threading.Tasks;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Keeps the tick handler registered with the server only while a part needs it: it costs a little on every tick.</summary>
/// <param name="add">Adds a tick handler.</param>
/// <param name="remove">Removes a tick handler. The server identifies it by its delegate instance, so it must be the one that was added.</param>
/// <param name="onTick">The tick handler.</param>
/// <param name="tickables">The parts.</param>
internal sealed class TickSwitch(Action<Func<Task>> add, Action<Func<Task>> remove, Func<Task> onTick, ITickable[] tickables)
{
    private static readonly Predicate<ITickable> NeedsTick = tickable => tickable.NeedsTick;

    private bool _isOn;

    /// <summary>Turns the tick on or off as the parts need it. Runs after each handler and each tick.</summary>
    public void Update()
    {
        if (_isOn != Array.Exists(tickables, NeedsTick))
        {
            _isOn = !_isOn;
            (_isOn ? add : remove)(onTick);
        }
    }
}
