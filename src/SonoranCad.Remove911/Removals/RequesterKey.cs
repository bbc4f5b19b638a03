using System;

namespace SonoranCad.Remove911.Removals;

/// <summary>Tells requesters apart: the console is one, and a player who comes back is another.</summary>
internal static class RequesterKey
{
    public static string For(Requester requester) =>
        FormattableString.Invariant($"{requester.KindName} {requester.Source} {requester.License}");
}
