using System;
using System.Collections.Generic;
using System.IO;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>Append-only files in memory, on a disk that a test can fill.</summary>
internal sealed class FakeFiles : IAppendOnlyFiles
{
    public Dictionary<string, string> Texts { get; } = [];

    /// <summary>Thrown by each append while set.</summary>
    public Exception? Error { get; set; }

    public int Attempts { get; private set; }

    public void Append(string name, string lines)
    {
        Attempts++;
        if (Error is not null)
        {
            throw Error;
        }

        Texts[name] = Texts.GetValueOrDefault(name) + lines;
    }

    public static IOException FullDisk() => new("No space left on device");
}
