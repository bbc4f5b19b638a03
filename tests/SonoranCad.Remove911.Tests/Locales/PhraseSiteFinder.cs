using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>
/// Finds every phrase that the source creates and follows it: through calls of With, variables, the methods that it is passed
/// to and the callers that it is returned to. It goes by name, so it may find too many placeholders, but never too few.
/// </summary>
internal sealed class PhraseSiteFinder
{
    private const string Type = "Phrase";
    private const string OfCalls = "OfCalls";
    private const string OfCount = "OfCount";
    private const string With = "With";

    private readonly SourceTree _source;
    private readonly PhraseKeyResolver _keys;

    private PhraseSiteFinder(SourceTree source)
    {
        _source = source;
        _keys = new PhraseKeyResolver(source);
    }

    public static IReadOnlyList<PhraseSite> FindIn(SourceTree source) => [.. new PhraseSiteFinder(source).Find()];

    private IEnumerable<PhraseSite> Find()
    {
        foreach (var creation in _source.All<ExpressionSyntax>().Where(IsOutsideOfPhrase))
        {
            if (creation is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: Type }, ArgumentList: { } given })
            {
                yield return Site(creation, _keys.Of(given.Arguments[0].Expression), []);
            }
            else if (creation is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: OfCalls or OfCount } form } call)
            {
                var keys = _keys.Of(call.ArgumentList.Arguments[0].Expression).SelectMany(key => new[] { key + ".one", key + ".many" });
                yield return Site(creation, keys, [form.Name.Identifier.Text == OfCalls ? "calls" : "count"]);
            }
        }
    }

    private PhraseSite Site(ExpressionSyntax creation, IEnumerable<string> keys, IEnumerable<string> given)
    {
        var names = new SortedSet<string>(given, StringComparer.Ordinal);
        Follow(creation, names, []);
        var place = creation.GetLocation().GetLineSpan();
        return new PhraseSite($"{place.Path}:{place.StartLinePosition.Line + 1}", [.. keys.Distinct()], names);
    }

    private void Follow(SyntaxNode value, SortedSet<string> names, HashSet<SyntaxNode> seen)
    {
        if (!seen.Add(value))
        {
            return;
        }

        switch (value.Parent)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.Text: With, Parent: InvocationExpressionSyntax with } member when member.Expression == value:
                names.UnionWith(_keys.Of(with.ArgumentList.Arguments[0].Expression));
                Follow(with, names, seen);
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax arguments } argument when SourceTree.CalledName(arguments) != With:
                FollowInto(SourceTree.CalledName(arguments), arguments.Arguments.IndexOf(argument), names, seen);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                FollowUses(variable.Identifier.Text, variable.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>(), names, seen);
                break;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable }:
                FollowUses(variable.Identifier.Text, variable.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>(), names, seen);
                break;
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax when value.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method:
                FollowCalls(SourceTree.NameOf(method), names, seen);
                break;
            case (ExpressionSyntax or SwitchExpressionArmSyntax) and not MemberAccessExpressionSyntax:
                Follow(value.Parent, names, seen);
                break;
        }
    }

    private void FollowInto(string called, int index, SortedSet<string> names, HashSet<SyntaxNode> seen)
    {
        foreach (var method in _source.Methods(called).Where(method => method.ParameterList.Parameters.Count > index && IsOutsideOfPhrase(method)))
        {
            FollowUses(method.ParameterList.Parameters[index].Identifier.Text, method, names, seen);
        }
    }

    private void FollowUses(string variable, SyntaxNode? scope, SortedSet<string> names, HashSet<SyntaxNode> seen)
    {
        foreach (var use in scope?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.Text == variable) ?? [])
        {
            Follow(use, names, seen);
        }
    }

    private void FollowCalls(string method, SortedSet<string> names, HashSet<SyntaxNode> seen)
    {
        foreach (var call in _source.Calls(method).Select(arguments => arguments.Parent!))
        {
            Follow(call, names, seen);
        }
    }

    private static bool IsOutsideOfPhrase(SyntaxNode node) =>
        node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { Identifier.Text: Type };
}
