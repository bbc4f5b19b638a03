using System;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Audit;

/// <summary>
/// One removal's end as a line of the audit file. The names are part of the contract with whoever reads the file; each
/// field is always there and always of one kind.
/// </summary>
internal static class AuditRecord
{
    private const string Cleared = "cleared";

    /// <summary>The file that a line of this time belongs into: one each month, by UTC.</summary>
    public static string FileName(DateTime utcNow) => "audit/" + utcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".jsonl";

    /// <summary>The line with its line feed.</summary>
    /// <param name="entry">The removal.</param>
    /// <param name="error">Why it was not cleared; null where it was.</param>
    /// <param name="utcNow">When it ended.</param>
    public static string Format(OutboxEntry entry, RemovalError? error, DateTime utcNow)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            json.WriteStartObject();
            Write(json, "time", utcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WritePropertyName("requester");
            json.WriteStartObject();
            Write(json, "kind", entry.Requester.KindName);
            Write(json, "name", entry.Requester.Name);
            Write(json, "license", entry.Requester.License);
            json.WriteEndObject();
            Write(json, "callId", entry.CallId);
            Write(json, "outcome", error?.Code ?? Cleared);
            Write(json, "api", entry.Api);
            Write(json, "tries", entry.Tries);
            json.WriteEndObject();
        }

        return text + "\n";
    }

    private static void Write(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Write(JsonTextWriter json, string name, int value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
