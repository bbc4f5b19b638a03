using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Converts outbox entries to the store's JSON and back.</summary>
internal sealed class OutboxEntrySerializer
{
    private const int Version = 1;

    private static readonly string JsonStart = "{\"v\":" + Version + ",\"at\":";
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // The last entry's requester and community, and their JSON: all calls of one request share them, as do all of the console's.
    private Requester? _requester;
    private string? _communityId;
    private string _requesterText = string.Empty;

    // Without a JSON writer, because this runs in the command's handler, and a writer costs more than the rest of it.
    public string Serialize(OutboxEntry entry)
    {
        if (!ReferenceEquals(entry.Requester, _requester) || !ReferenceEquals(entry.CommunityId, _communityId))
        {
            _requester = entry.Requester;
            _communityId = entry.CommunityId;
            _requesterText = Serialize(entry.Requester, entry.CommunityId);
        }

        var at = (entry.AcceptedAt - Epoch).Ticks / TimeSpan.TicksPerMillisecond;
        return string.Concat(JsonStart, at.ToString(CultureInfo.InvariantCulture), _requesterText);
    }

    /// <summary>The entry, or null if <paramref name="value"/> is damaged or not ours.</summary>
    public static StoredEntry? Deserialize(int callId, string value)
    {
        try
        {
            // A name may look like a date, which must stay a text.
            using var reader = new JsonTextReader(new StringReader(value)) { DateParseHandling = DateParseHandling.None };
            var json = JObject.Load(reader);
            var at = (long)json["at"]!;
            if (reader.Read() || (int)json["v"]! != Version || at < 0 || at > uint.MaxValue * 1000L)
            {
                return null;
            }

            var requester = Requester.Restore((string)json["kind"]!, (int)json["source"]!, (string)json["name"]!, (string)json["license"]!);
            return new StoredEntry(callId, requester, Epoch.AddMilliseconds(at), (string?)json["to"]);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private static string Serialize(Requester requester, string? communityId) =>
        ",\"kind\":\"" + requester.KindName
        + "\",\"source\":" + requester.Source.ToString(CultureInfo.InvariantCulture)
        + ",\"name\":" + Quote(requester.Name)
        + ",\"license\":" + Quote(requester.License)
        + (communityId is null ? string.Empty : ",\"to\":" + Quote(communityId)) + "}";

    // Most names and all license identifiers need no escapes.
    private static string Quote(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return JsonConvert.ToString(text);
            }
        }

        return "\"" + text + "\"";
    }
}

/// <summary>An outbox entry as read from the store.</summary>
internal sealed record StoredEntry(int CallId, Requester Requester, DateTime AcceptedAt, string? CommunityId);
