using System;

namespace SonoranCad.Remove911.Abstractions;

/// <summary>What the server's tick drives. The tick is registered only while a part is busy.</summary>
internal interface ITickable
{
    /// <summary>Whether it needs the next tick.</summary>
    bool NeedsTick { get; }

    /// <summary>Does what is due at <paramref name="now"/> (time since the start); costs nothing where nothing is.</summary>
    void Tick(TimeSpan now);
}
