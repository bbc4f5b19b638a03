using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Reads the 911 calls out of the CAD's list, of either generation: member names without case, everything else passed over
/// token by token. No text makes it throw.
/// </summary>
internal sealed class CallListReader(SecretRedactor secrets)
{
    /// <summary>The longest text that is read, in characters: the main thread waits for it.</summary>
    public const int MaxTextLength = 1_000_000;

    // What integrators put into metaData is nested deeper at times than the reader's own bound of 64.
    private const int MaxNesting = 256;

    /// <summary>The calls; null where the text is no list, or not all of one.</summary>
    /// <param name="text">At most <see cref="MaxTextLength"/> long.</param>
    /// <param name="now">Now, on the clock that never jumps.</param>
    /// <param name="utcNow">Now, as the list's times are.</param>
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
            // Somebody else's answer, or cut off on its way: the caller says so.
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
                calls = json.TokenType == JsonToken.Null ? new List<OpenCall>() : ReadCalls(json, now, utcNow);
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

    // A time ahead of ours is a clock that is off: the call is new.
    private static TimeSpan? OpenedAt(object? updated, TimeSpan now, DateTime utcNow)
    {
        if (!DateTime.TryParse(
            updated as string,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time))
        {
            return null;
        }

        return time < utcNow ? now - (utcNow - time) : now;
    }

    private static bool IsNamed(object? name, string expected) => string.Equals(name as string, expected, StringComparison.OrdinalIgnoreCase);
}
