using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>The built DLL respects the layers of CONTRIBUTING.md: references point down.</summary>
public sealed class LayerTests
{
    private static readonly LayerTable Table = LayerTable.Read();

    [Fact]
    public void NoLayerRefersToHigherLayer()
    {
        var upward = CecilReferences.Read(Repository.BuiltResource)
            .Where(Table.PointsUp)
            .GroupBy(
                reference => $"{LayerTable.Short(reference.From)} -> {LayerTable.Short(reference.To)}",
                reference => reference.Member)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} ({string.Join(", ", pair.Order(StringComparer.Ordinal))})");

        ListAssert.Empty(upward);
    }

    [Fact]
    public void EveryNamespaceIsInLayerTable() =>
        ListAssert.Empty(CecilReferences.Types(Repository.BuiltResource).Select(LayerTable.LayerOf).Distinct().Except(Table.Layers));

    [Fact]
    public void EveryLayerInTableHasTypes() =>
        ListAssert.Empty(Table.Layers.Except(CecilReferences.Types(Repository.BuiltResource).Select(LayerTable.LayerOf)));

    [Fact]
    public void EveryFileIsInFolderOfItsNamespace()
    {
        var misplaced = from declared in SourceTree.Read().All<BaseNamespaceDeclarationSyntax>()
                        let folder = Path.GetDirectoryName(declared.SyntaxTree.FilePath)!
                        let expected = $"SonoranCad.Remove911.{folder.Replace(Path.DirectorySeparatorChar, '.')}".TrimEnd('.')
                        where folder != "Polyfills" && declared.Name.ToString() != expected
                        select $"{declared.SyntaxTree.FilePath} declares {declared.Name}";

        ListAssert.Empty(misplaced);
    }
}
