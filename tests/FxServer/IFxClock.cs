using System;

namespace FxServer;

/// <summary>The time that a server lives in.</summary>
public interface IFxClock
{
    /// <summary>Time since some start; it never jumps.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Lets the time between two ticks pass.</summary>
    void PassTick();
}
