using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Reads the 911 calls from the CAD's list of either API version. Ignores the case of member names, skips everything else token
/// by token, and never throws.
/// </summary>
internal sealed class CallListReader(SecretRedactor secrets)
{
    /// <summary>The maximum length of a list, in characters: the main thread waits while it's read.</summary>
    public const int MaxTextLength = 1_000_000;

    // Integrators sometimes nest metaData deeper than Newtonsoft's default limit of 64.
    private const int MaxNesting = 256;

    /// <summary>Reads the calls; null if the text, of at most <see cref="MaxTextLength"/>, is not a complete list.</summary>
    public IReadOnlyList<OpenCall>? Read(string text, TimeSpan now, DateTime utcNow)
    {
        try
        {
            using var json = new JsonTextReader(new StringReader(text.TrimStart('\uFEFF')))
            {
                DateParseHandling = DateParseHandling.None,
                MaxDepth = MaxNesting,
            };
            return json.Read() && json.TokenType == JsonToken.StartObject ? ReadList(json, now, utcNow) : null;
        }
        catch (JsonException)
        {
            // Cut off on the way, or not from the CAD at all: the caller reports it.
            return null;
        }
    }

    private List<OpenCall>? ReadList(JsonTextReader json, TimeSpan now, DateTime utcNow)
    {
        List<OpenCall>? calls = null;
        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            var isCallList = IsNamed(json.Value, "emergencyCalls");
            json.Read();
            if (!isCallList)
            {
                json.Skip();
            }
            else if (json.TokenType is JsonToken.StartArray or JsonToken.Null)
            {
                calls = json.TokenType == JsonToken.Null ? [] : ReadCalls(json, now, utcNow);
            }
            else
            {
                return null;
            }
        }

        return json.TokenType == JsonToken.EndObject ? calls : null;
    }

    private List<OpenCall>? ReadCalls(JsonTextReader json, TimeSpan now, DateTime utcNow)
    {
        var calls = new List<OpenCall>();
        while (json.Read() && json.TokenType != JsonToken.EndArray)
        {
            if (json.TokenType != JsonToken.StartObject)
            {
                json.Skip();
            }
            else if (ReadCall(json, now, utcNow) is { } call)
            {
                calls.Add(call);
            }
        }

        return json.TokenType == JsonToken.EndArray ? calls : null;
    }

    private OpenCall? ReadCall(JsonTextReader json, TimeSpan now, DateTime utcNow)
    {
        object? callId = null, caller = null, location = null, updated = null;
        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            var name = json.Value;
            json.Read();
            if (json.TokenType is JsonToken.StartObject or JsonToken.StartArray)
            {
                json.Skip();
                continue;
            }

            callId = IsNamed(name, "callId") ? json.Value : callId;
            caller = IsNamed(name, "caller") ? json.Value : caller;
            location = IsNamed(name, "location") ? json.Value : location;
            updated = IsNamed(name, "updated") ? json.Value : updated;
        }

        return CallIdArgumentParser.TryParseOne(callId, out var id)
            ? OpenCall.FromList(id, OpenCallText.Clean(caller, secrets), OpenCallText.Clean(location, secrets), OpenedAt(updated, now, utcNow))
            : null;
    }

    // A time in the future means that one of the clocks is off: the call counts as new.
    private static TimeSpan? OpenedAt(object? updated, TimeSpan now, DateTime utcNow)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParse(updated as string, CultureInfo.InvariantCulture, Utc, out var time)
            ? now - (time < utcNow ? utcNow - time : TimeSpan.Zero)
            : null;
    }

    private static bool IsNamed(object? name, string expected) => string.Equals(name as string, expected, StringComparison.OrdinalIgnoreCase);
}
