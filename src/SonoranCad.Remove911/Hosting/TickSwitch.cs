namespace SonoranCad.Remove911.Hosting;

/// <inheritdoc/>
internal sealed class TickSwitch(Action add, Action remove) : ITickSwitch
{
    private bool _isOn;

    public void On()
    {
        if (!_isOn)
        {
            _isOn = true;
            add();
        }
    }

    public void Off()
    {
        if (_isOn)
        {
            _isOn = false;
            remove();
        }
    }
}
