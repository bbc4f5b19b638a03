namespace SonoranCad.Remove911.Abstractions;

/// <summary>Registers and removes the server's tick handler: a registered handler costs the server a little on every tick.</summary>
internal interface ITickSwitch
{
    /// <summary>Registers the tick handler, unless it is registered already.</summary>
    void On();

    /// <summary>Removes the tick handler, if it is registered.</summary>
    void Off();
}
