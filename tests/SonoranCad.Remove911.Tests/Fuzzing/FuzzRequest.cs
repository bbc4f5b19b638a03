using System;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>A good request between the bad ones, which gets exactly one reply unless a kill takes its callback along.</summary>
internal sealed class FuzzRequest(FuzzOutput output)
{
    public int Answers { get; private set; }

    public Func<object?[], object?> Callback => args =>
    {
        Answers++;
        return output.Callback(args);
    };
}
