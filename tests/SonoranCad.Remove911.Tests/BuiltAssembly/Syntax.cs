using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>Queries on syntax nodes and their positions.</summary>
internal static class Syntax
{
    public static string Place(SyntaxNodeOrToken node) => Place(node.GetLocation()!);

    public static string Place(Location location)
    {
        var start = location.GetLineSpan();
        return $"{start.Path}:{start.StartLinePosition.Line + 1}";
    }

    /// <summary>The number of lines from a node's first to its last.</summary>
    public static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>The number of lines in a file, as an editor counts them.</summary>
    public static int Lines(CompilationUnitSyntax file)
    {
        var lines = file.SyntaxTree.GetText().Lines;
        return lines[^1].Span.IsEmpty ? lines.Count - 1 : lines.Count;
    }

    /// <summary>A constructor's parameters, including a primary constructor's.</summary>
    public static ParameterListSyntax? ConstructorParameters(SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax constructor => constructor.ParameterList,
        TypeDeclarationSyntax type => type.ParameterList,
        _ => null,
    };

    /// <summary>The body of a method, constructor, operator, accessor or local function.</summary>
    public static SyntaxNode? Body(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
        PropertyDeclarationSyntax property => property.ExpressionBody,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody,
        _ => null,
    };

    /// <summary>The nodes that a constructor itself runs, without those in lambdas.</summary>
    public static IEnumerable<SyntaxNode> Runs(ConstructorDeclarationSyntax constructor) =>
        constructor.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax);

    public static bool IsSubscription(SyntaxNode node) => node switch
    {
        // Constructors don't add numbers, so every += counts as a subscription.
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.AddAssignmentExpression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.Text == "Subscribe",
        _ => false,
    };
}
