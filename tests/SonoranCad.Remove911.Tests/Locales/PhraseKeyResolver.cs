using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>
/// Resolves the keys that an expression may have: literals, also inside conditionals, in variables and constants, and in
/// arguments passed to a helper.
/// </summary>
internal sealed class PhraseKeyResolver
{
    private readonly SourceTree _source;

    public PhraseKeyResolver(SourceTree source)
    {
        _source = source;
    }

    public IEnumerable<string> Of(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => [literal.Token.ValueText],
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        ConditionalExpressionSyntax choice => Of(choice.WhenTrue).Concat(Of(choice.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Of(arm.Expression)),
        IdentifierNameSyntax name => OfName(name),
        _ => [],
    };

    private IEnumerable<string> OfName(IdentifierNameSyntax name)
    {
        var method = name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>();
        var index = method?.ParameterList.Parameters.ToList().FindIndex(parameter => parameter.Identifier.Text == name.Identifier.Text) ?? -1;
        if (index >= 0)
        {
            return _source.Calls(SourceTree.NameOf(method!))
                .Where(arguments => arguments.Arguments.Count > index)
                .SelectMany(arguments => Of(arguments.Arguments[index].Expression));
        }

        SyntaxNode? scope = method ?? (SyntaxNode?)name.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var values = ValuesIn(scope, name).ToList();
        return values.Count > 0 ? values : ValuesIn(name.FirstAncestorOrSelf<TypeDeclarationSyntax>(), name);
    }

    private IEnumerable<string> ValuesIn(SyntaxNode? scope, IdentifierNameSyntax name) =>
        (scope?.DescendantNodes().OfType<VariableDeclaratorSyntax>() ?? [])
        .Where(variable => variable.Identifier.Text == name.Identifier.Text && variable.Initializer is not null)
        .SelectMany(variable => Of(variable.Initializer!.Value));
}
