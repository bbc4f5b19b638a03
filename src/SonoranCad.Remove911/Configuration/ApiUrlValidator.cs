using System.Net;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Decides which addresses secrets may be sent to.</summary>
internal static class ApiUrlValidator
{
    public static Phrase? Validate(string text)
    {
        if (TextSanitizer.HasInvisible(text))
        {
            return new Phrase("config.address_with_invisible");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.Host.Length == 0)
        {
            return new Phrase("config.address_not_whole");
        }

        if (uri.UserInfo.Length > 0 || text.IndexOf('@') >= 0)
        {
            return new Phrase("config.address_with_password");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || text.IndexOf('?') >= 0 || text.IndexOf('#') >= 0)
        {
            return new Phrase("config.address_with_query");
        }

        // Anybody on the route can read an API key that travels over plain http.
        return uri.Scheme == Uri.UriSchemeHttps || IsLoopback(uri.Host) ? null : new Phrase("config.address_not_https");
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
