namespace SonoranCad.Remove911.Abstractions;

/// <summary>Registers and removes the server's tick handler, which costs a little on every tick while it is registered.</summary>
internal interface ITickSwitch
{
    /// <summary>Does nothing if the handler is registered already.</summary>
    void On();

    /// <summary>Does nothing if the handler is not registered.</summary>
    void Off();
}
