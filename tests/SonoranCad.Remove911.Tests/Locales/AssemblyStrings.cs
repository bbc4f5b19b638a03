using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>The strings in a built DLL's code.</summary>
internal static partial class AssemblyStrings
{
    public static SortedSet<string> All(string dll)
    {
        using var file = new PEReader(File.OpenRead(dll));
        var reader = file.GetMetadataReader();
        var strings = new SortedSet<string>(StringComparer.Ordinal);

        // The heap starts with an empty string.
        for (var handle = reader.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = reader.GetNextHandle(handle))
        {
            strings.Add(reader.GetUserString(handle));
        }

        return strings;
    }

    /// <summary>Strings that look like a message key: lower_snake parts joined by dots, but not a file name.</summary>
    public static IEnumerable<string> Keys(string dll) => All(dll)
        .Where(text => Key().IsMatch(text) && Path.GetExtension(text) is not (".json" or ".txt"));

    [GeneratedRegex("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$")]
    private static partial Regex Key();
}
