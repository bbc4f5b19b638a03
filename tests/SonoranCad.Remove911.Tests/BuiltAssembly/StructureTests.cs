using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SonoranCad.Remove911.Tests.Locales;
using Xunit;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>Limits on the resource's source that keep it readable.</summary>
public sealed class StructureTests
{
    private const int MostParameters = 6;
    private const int MostLinesOfAMethod = 40;
    private const int MostLinesOfAFile = 200;
    private const int LinesOfAllFiles = 10_000;

    private static readonly SourceTree Source = SourceTree.Read();

    [Fact]
    public void NoConstructorHasMoreThanSixParameters() => ListAssert.Empty(
        from node in Source.All<SyntaxNode>()
        let count = Syntax.ConstructorParameters(node)?.Parameters.Count
        where count > MostParameters
        select $"{Syntax.Place(node)}: {count} parameters");

    [Fact]
    public void NoMethodIsLongerThanFortyLines() => ListAssert.Empty(
        from node in Source.All<SyntaxNode>()
        let body = Syntax.Body(node)
        where body is not null && Syntax.Lines(body) > MostLinesOfAMethod
        select $"{Syntax.Place(node)}: {Syntax.Lines(body)} lines");

    [Fact]
    public void NoFileIsLongerThan200Lines() => ListAssert.Empty(
        from file in Source.Files
        where Syntax.Lines(file) > MostLinesOfAFile
        select $"{file.SyntaxTree.FilePath}: {Syntax.Lines(file)} lines");

    [Fact]
    public void SourceHasFewerThanTenThousandLines() => Assert.InRange(Source.Files.Sum(Syntax.Lines), 1, LinesOfAllFiles - 1);

    [Fact]
    public void NoRegionHidesCode() => ListAssert.Empty(
        from file in Source.Files
        from trivia in file.DescendantTrivia(descendIntoTrivia: true)
        where trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)
        select Syntax.Place(trivia.GetLocation()));

    [Fact]
    public void NoTypeIsPartial() => ListAssert.Empty(
        from type in Source.All<TypeDeclarationSyntax>()
        where type.Modifiers.Any(SyntaxKind.PartialKeyword)
        select Place(type));

    [Fact]
    public void NoExceptionIsSwallowed() => ListAssert.Empty(
        from handler in Source.All<CatchClauseSyntax>()
        where handler.Block.Statements.Count == 0
        select Syntax.Place(handler));

    [Fact]
    public void NoTypeNameEndsInRetiredWord() => ListAssert.Empty(
        from type in Source.All<MemberDeclarationSyntax>()
        where type is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && RetiredNames.IsRetired(NameOf(type))
        select Place(type));

    [Fact]
    public void OnlyHostAndScriptSubscribeInConstructor() => ListAssert.Empty(
        from constructor in Source.All<ConstructorDeclarationSyntax>()
        where !IsInHosting(constructor) && constructor.Identifier.Text != nameof(Remove911Script)
        from node in Syntax.Runs(constructor)
        where Syntax.IsSubscription(node)
        select $"{Syntax.Place(node)}: {node}");

    [Fact]
    public void HostingHasNoOutParameters() => ListAssert.Empty(
        from parameter in Source.All<ParameterSyntax>()
        where IsInHosting(parameter) && parameter.Modifiers.Any(SyntaxKind.OutKeyword)
        select $"{Syntax.Place(parameter)}: {parameter}");

    private static bool IsInHosting(SyntaxNode node) => Path.GetDirectoryName(node.SyntaxTree.FilePath) == "Hosting";

    private static string Place(MemberDeclarationSyntax type) => $"{Syntax.Place(type)}: {NameOf(type)}";

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => string.Empty,
    };
}
