using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>Questions about pieces of source, and where they are.</summary>
internal static class Syntax
{
    public static string Place(SyntaxNodeOrToken node) => Place(node.GetLocation()!);

    public static string Place(Location location)
    {
        var start = location.GetLineSpan();
        return $"{start.Path}:{start.StartLinePosition.Line + 1}";
    }

    /// <summary>How many lines a node covers, its first and its last among them.</summary>
    public static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>The lines of a file, as an editor numbers them.</summary>
    public static int Lines(CompilationUnitSyntax file)
    {
        var lines = file.SyntaxTree.GetText().Lines;
        return lines[^1].Span.IsEmpty ? lines.Count - 1 : lines.Count;
    }

    /// <summary>The parameters of a constructor; a type with parameters of its own has a primary one.</summary>
    public static ParameterListSyntax? ConstructorParameters(SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax constructor => constructor.ParameterList,
        TypeDeclarationSyntax type => type.ParameterList,
        _ => null,
    };

    /// <summary>What a method, constructor, operator, accessor or local function runs.</summary>
    public static SyntaxNode? Body(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
        PropertyDeclarationSyntax property => property.ExpressionBody,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody,
        _ => null,
    };

    /// <summary>What a constructor runs itself, the lambdas that it only makes left out.</summary>
    public static IEnumerable<SyntaxNode> Runs(ConstructorDeclarationSyntax constructor) =>
        constructor.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax);

    public static bool IsSubscription(SyntaxNode node) => node switch
    {
        // Sums are not written in constructors, so every += counts.
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.AddAssignmentExpression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.Text == "Subscribe",
        _ => false,
    };
}
