using System;
using System.Linq;
using SonoranCad.Remove911.Commands;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The subcommands' words that the chat suggestion offers to a player.</summary>
internal static class AllowedWords
{
    /// <param name="isAllowed">Whether the player has the permission that ends in a suffix, such as "all".</param>
    public static string To(Predicate<string> isAllowed) => string.Join(
        ", ",
        SubcommandDefinitions.Table.Where(row => row.Word.Length > 0 && (row.AceSuffix.Length == 0 || isAllowed(row.AceSuffix))).Select(row => row.Word));
}
