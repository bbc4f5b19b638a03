using System.Net;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Decides which addresses secrets may be sent to.</summary>
internal static class ApiUrlValidator
{
    public static Phrase? Validate(string text) =>
        TextSanitizer.HasInvisible(text) ? new Phrase("config.address_with_invisible")
        : !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? new Phrase("config.address_not_whole")
        : text.IndexOf('@') >= 0 ? new Phrase("config.address_with_password")
        : text.IndexOfAny(['?', '#']) >= 0 ? new Phrase("config.address_with_query")

        // Anybody on the route can read an API key that travels over plain http.
        : uri.Scheme == "https" || IsLoopback(uri.Host) ? null : new Phrase("config.address_not_https");

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
