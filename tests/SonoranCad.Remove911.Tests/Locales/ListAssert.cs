using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>Fails with every fault in full: whoever translates needs the whole list, not its first fifty letters.</summary>
internal static class ListAssert
{
    public static void Empty(IEnumerable<string> faults)
    {
        var list = faults.ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }
}
