using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>Fails with every error in full: a translator needs the whole list, not the start of it.</summary>
internal static class ListAssert
{
    public static void Empty(IEnumerable<string> errors)
    {
        var list = errors.ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }
}
