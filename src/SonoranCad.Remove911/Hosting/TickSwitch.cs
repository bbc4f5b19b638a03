using System;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Hosting;

/// <inheritdoc/>
internal sealed class TickSwitch : ITickSwitch
{
    private readonly Action _add;
    private readonly Action _remove;
    private bool _isOn;

    /// <param name="add">Registers the tick handler with the server.</param>
    /// <param name="remove">Takes it away again.</param>
    public TickSwitch(Action add, Action remove)
    {
        _add = add;
        _remove = remove;
    }

    public void On()
    {
        if (!_isOn)
        {
            _isOn = true;
            _add();
        }
    }

    public void Off()
    {
        if (_isOn)
        {
            _isOn = false;
            _remove();
        }
    }
}
