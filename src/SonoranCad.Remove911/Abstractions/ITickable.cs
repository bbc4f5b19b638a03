using System;

namespace SonoranCad.Remove911.Abstractions;

/// <summary>A part that the server's tick drives. The tick handler is registered only while some part needs it.</summary>
internal interface ITickable
{
    /// <summary>Whether the part needs the next tick.</summary>
    bool NeedsTick { get; }

    /// <summary>Does what is due at <paramref name="now"/> (time since the start). Costs nothing when nothing is due.</summary>
    void Tick(TimeSpan now);
}
