using System;

namespace FxServer;

/// <summary>A server's clock.</summary>
public interface IFxClock
{
    /// <summary>Monotonic time since an arbitrary start.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Advances by the time between two ticks.</summary>
    void PassTick();
}
