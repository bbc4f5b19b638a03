using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>The resource's source, with its methods and their calls by name.</summary>
internal sealed class SourceTree
{
    private readonly ILookup<string, BaseMethodDeclarationSyntax> _methods;
    private readonly ILookup<string, ArgumentListSyntax> _calls;

    private SourceTree(IReadOnlyList<CompilationUnitSyntax> files)
    {
        Files = files;
        _methods = All<BaseMethodDeclarationSyntax>().ToLookup(NameOf);
        _calls = All<ArgumentListSyntax>().ToLookup(CalledName);
    }

    public IReadOnlyList<CompilationUnitSyntax> Files { get; }

    public static SourceTree Read()
    {
        var root = Repository.File("src/SonoranCad.Remove911");
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).StartsWith("obj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return Of(files.Select(file => (Path.GetRelativePath(root, file), File.ReadAllText(file))));
    }

    public static SourceTree Of(IEnumerable<(string Path, string Text)> files) => new(
        [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, new(LanguageVersion.Preview), file.Path).GetCompilationUnitRoot())]);

    public IEnumerable<T> All<T>()
        where T : Microsoft.CodeAnalysis.SyntaxNode => Files.SelectMany(file => file.DescendantNodes().OfType<T>());

    /// <summary>The methods and constructors with a name; a constructor has its type's.</summary>
    public IEnumerable<BaseMethodDeclarationSyntax> Methods(string name) => _methods[name];

    /// <summary>The arguments of each call of a name.</summary>
    public IEnumerable<ArgumentListSyntax> Calls(string name) => _calls[name];

    public static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => string.Empty,
    };

    /// <summary>The name of the method or type that an argument list belongs to.</summary>
    public static string CalledName(ArgumentListSyntax arguments) => arguments.Parent switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.Text,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.Text,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.Text,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type.Identifier.Text,
        _ => string.Empty,
    };
}
