namespace SonoranCad.Remove911.Audit;

/// <summary>Formats an outcome as a line of the audit file. Its readers rely on the names, the types and each field but <c>unlisted</c>.</summary>
internal static class AuditRecord
{
    /// <summary>The file for lines of this time: one per month, in UTC.</summary>
    public static string FileName(DateTime utcNow) => "audit/" + utcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".jsonl";

    /// <summary>Formats the line, with its line feed. <paramref name="error"/> is null if the call was cleared.</summary>
    public static string Format(OutboxEntry entry, RemovalError? error, DateTime utcNow)
    {
        var by = entry.Requester;
        var record = new JObject
        {
            ["time"] = utcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["requester"] = new JObject { ["kind"] = by.KindName, ["name"] = by.Name, ["license"] = by.License },
            ["callId"] = entry.CallId,
            ["outcome"] = error?.Code ?? "cleared",
            ["api"] = entry.Api,
            ["tries"] = entry.Tries,
        };
        if (entry.IsClearedUnlisted(error))
            record["unlisted"] = true;

        return record.ToString(Formatting.None) + "\n";
    }
}
