using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>Parses the list of the server's members into the format of <see cref="CitizenFxReferences"/>.</summary>
internal static partial class CitizenFxSurface
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["void"] = "Void",
        ["object"] = "Object",
        ["string"] = "String",
        ["int"] = "Int32",
        ["long"] = "Int64",
        ["bool"] = "Boolean",
        ["float"] = "Single",
        ["double"] = "Double",
    };

    public static HashSet<string> Read(string list)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        var type = string.Empty;
        foreach (var line in list.Split('\n').Select(line => Comment().Replace(line.Split('#')[0], string.Empty).TrimEnd()))
        {
            if (line.StartsWith("type ", StringComparison.Ordinal))
            {
                type = TypeName().Match(line).Value.Split('.')[^1];
            }
            else if (Member().Match(line) is { Success: true } member)
            {
                members.Add(Name(type, member));
            }
        }

        return members;
    }

    private static string Name(string type, Match member)
    {
        var name = member.Groups["name"].Value;
        var returned = name == ".ctor" ? string.Empty : ":" + Plain(member.Groups["return"].Value);
        var parameters = SplitParameters(member.Groups["parameters"].Value).Select(parameter => Plain(Typed(parameter)));
        return $"{type}.{name}({string.Join(",", parameters)}){returned}";
    }

    private static string[] SplitParameters(string parameters) =>
        parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    // "params object[] args" is object[]; the name comes last.
    private static string Typed(string parameter) => parameter.Split(' ')[^2];

    private static string Plain(string type) => Word().Replace(type, word =>
    {
        var name = word.Value.Split('.')[^1];
        return Keywords.GetValueOrDefault(name, name);
    });

    [GeneratedRegex(@"CitizenFX\.[\w.]+")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^\s+(?:(?:public|protected|internal|static|virtual|abstract)\s+)*(?:(?<return>[\w.<>\[\],*]+)\s+)?(?<name>\.ctor|\w+)\((?<parameters>.*)\)$")]
    private static partial Regex Member();

    [GeneratedRegex(@"/\*.*?\*/\s?")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\w.]+")]
    private static partial Regex Word();
}
