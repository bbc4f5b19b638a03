namespace SonoranCad.Remove911.Abstractions;

/// <summary>Switches the server's tick for this resource: each registered handler costs the server a little every tick.</summary>
internal interface ITickSwitch
{
    /// <summary>Asks for the tick; without effect where it runs already.</summary>
    void On();

    /// <summary>Ends the tick; without effect where it does not run.</summary>
    void Off();
}
