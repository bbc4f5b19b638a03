using System;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>A good request between the bad ones, which is answered exactly once unless a kill takes its callback along.</summary>
internal sealed class FuzzRequest(FuzzOutput output)
{
    public int Answers { get; private set; }

    public Func<object?[], object?> Callback => args =>
    {
        Answers++;
        return output.Callback(args);
    };
}
