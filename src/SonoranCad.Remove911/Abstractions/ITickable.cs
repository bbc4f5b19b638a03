namespace SonoranCad.Remove911.Abstractions;

/// <summary>A part that the server's tick drives. The tick handler is registered only while a part needs it.</summary>
internal interface ITickable
{
    bool NeedsTick { get; }

    /// <summary>Does the work that is due at <paramref name="now"/> (time since startup). Costs nothing if none is.</summary>
    void Tick(TimeSpan now);
}
