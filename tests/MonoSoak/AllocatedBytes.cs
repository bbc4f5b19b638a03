using System;

namespace MonoSoak;

/// <summary>What this thread has allocated, which Mono knows but .NET Framework's reference assembly does not name.</summary>
internal static class AllocatedBytes
{
    public static Func<long> Now { get; } = (Func<long>)Delegate.CreateDelegate(typeof(Func<long>), typeof(GC), "GetAllocatedBytesForCurrentThread");
}
