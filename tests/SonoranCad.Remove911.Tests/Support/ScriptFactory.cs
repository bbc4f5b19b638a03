using System;
using System.IO;
using System.Reflection;
using CitizenFX.Core;
using FxServer;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// Starts the resource in virtual time. It uses the assembly that the tests reference, which is byte for byte the DLL in dist/:
/// its code is compiled once for all tests, and its internal constructor takes a clock.
/// </summary>
internal sealed class ScriptFactory : IScriptFactory
{
    private static readonly Assembly Resource = typeof(Remove911Script).Assembly;
    private static readonly byte[] Bytes = File.ReadAllBytes(Resource.Location);

    private readonly VirtualTime _time;
    private readonly Random _random;

    /// <param name="time">The clock of each run.</param>
    /// <param name="seed">Seeds the retry jitter.</param>
    public ScriptFactory(VirtualTime time, int seed)
    {
        _time = time;
        _random = new Random(seed);
    }

    public Assembly Load(string path) => File.ReadAllBytes(path).AsSpan().SequenceEqual(Bytes)
        ? Resource
        : throw new InvalidOperationException($"{path} is not the DLL that the tests reference: build both together.");

    public BaseScript Create(Type type) => type == typeof(Remove911Script)
        ? new Remove911Script(new ScriptClock(_time), _random.NextDouble)
        : throw new InvalidOperationException($"{type} is not the resource's script.");
}
