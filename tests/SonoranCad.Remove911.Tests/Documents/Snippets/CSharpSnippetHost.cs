using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using CitizenFX.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Documents.Snippets;

/// <summary>Runs C# as a script of a separate resource, compiled against the server's members.</summary>
internal sealed class CSharpSnippetHost(ServerRig rig) : SnippetHost(rig)
{
    private const string Resource = "integrator";

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || file.EndsWith("Microsoft.CSharp.dll", StringComparison.Ordinal))
            .Append(typeof(BaseScript).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "netstandard.dll")),
    ];

    public override IReadOnlyList<string> Output => [.. Rig.Server.Console.Text.Split('\n').Where(line => line.Length > 0)];

    protected override string Language => "cs";

    public override void Dispose() => Rig.Server.StopResource(Resource);

    protected override void RunCode(string code)
    {
        Rig.Server.ScriptFactory = null;
        Rig.Server.StartScripts(Resource, Compile(code));
    }

    private static Assembly Compile(string code)
    {
        var compilation = CSharpCompilation.Create(
            "Snippet" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(code)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var dll = new MemoryStream();
        var result = compilation.Emit(dll);
        return result.Success ? Assembly.Load(dll.ToArray()) : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
