using System;

namespace SonoranCad.Remove911.Tests.Model;

internal static class Promise
{
    public static void Check(bool holds, string violation)
    {
        if (!holds)
        {
            throw new BrokenPromiseException(violation);
        }
    }
}

internal sealed class BrokenPromiseException(string message) : Exception(message);
