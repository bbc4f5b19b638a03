using System.Threading.Tasks;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Keeps the tick handler registered only while a part needs it. The server knows it by its delegate instance.</summary>
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
