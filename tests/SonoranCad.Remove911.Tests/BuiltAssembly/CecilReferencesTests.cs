using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>
/// If the reader missed a kind of reference, <see cref="LayerTests"/> would pass wrongly: it must see every kind.
/// </summary>
public sealed class CecilReferencesTests
{
    private static readonly string Namespace = typeof(Target).Namespace + ".";

    private static readonly IReadOnlyList<CodeReference> Found =
    [
        .. CecilReferences.Read(typeof(Target).Assembly.Location)
            .Where(reference => reference.From.StartsWith(Namespace, StringComparison.Ordinal)),
    ];

    [Theory]
    [InlineData(nameof(ByBaseType), "type", nameof(Target))]
    [InlineData(nameof(ByInterface), "type", "ITarget")]
    [InlineData(nameof(ByField), "Value", nameof(Target))]
    [InlineData(nameof(ByParameter), "Take", nameof(Target))]
    [InlineData(nameof(ByReturnType), "Give", nameof(Target))]
    [InlineData(nameof(ByGenericArgument), "Make", nameof(Target))]
    [InlineData("ByConstraint", "type", nameof(Target))]
    [InlineData(nameof(ByAttribute), "type", nameof(MarkAttribute))]
    [InlineData(nameof(ByAttributeArgument), "type", nameof(Target))]
    [InlineData(nameof(ByCall), "Make", nameof(Target))]
    [InlineData(nameof(ByCatch), "Try", nameof(TargetException))]
    [InlineData(nameof(ByGenericCall), "Make", nameof(Target))]
    [InlineData(nameof(ByLdtoken), "Name", nameof(Target))]
    [InlineData(nameof(ByLocal), "Is", nameof(Target))]
    [InlineData(nameof(ByLambda), "Make", nameof(Target))]
    [InlineData(nameof(ByIterator), "Make", nameof(Target))]
    [InlineData(nameof(ByNestedType), "Inner.Make", nameof(Target))]
    public void EveryKindOfReferenceIsFound(string from, string member, string to) =>
        Assert.Contains(new CodeReference(Namespace + from, member, Namespace + to), Found);

    [Fact]
    public void TypeDoesNotReferToItself() => Assert.DoesNotContain(Found, reference => reference.From == reference.To);
}
