using Xunit;

namespace BrowserTests;

/// <summary>One browser for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
