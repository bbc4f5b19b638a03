namespace SonoranCad.Remove911.Delivery;

/// <summary>Converts outbox entries to the store's JSON and back.</summary>
internal sealed class OutboxEntrySerializer
{
    private const int Version = 1;

    private static readonly string JsonStart = "{\"v\":" + Version + ",\"at\":";
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // The last entry's time, requester and target, and their JSON: all calls of one request share them.
    private long _at;
    private Requester? _requester;
    private CallTarget? _target;
    private CallTarget? _lastRead;
    private string _start = string.Empty;

    // Without a JSON writer, because this runs in the command's handler, and a writer costs more than the rest of it.
    public string Serialize(OutboxEntry entry)
    {
        var at = ToMilliseconds(entry.AcceptedAt);
        if (at != _at || !ReferenceEquals(entry.Requester, _requester) || !ReferenceEquals(entry.Target, _target))
        {
            (_at, _requester, _target) = (at, entry.Requester, entry.Target);
            _start = JsonStart + at.ToString(CultureInfo.InvariantCulture) + Serialize(entry.Requester, entry.Target, entry.CommunityId);
        }

        var id = entry.CallId.ToString(CultureInfo.InvariantCulture);
        var tried = entry.FirstTriedAt is { } triedAt ? ",\"tried\":" + ToMilliseconds(triedAt).ToString(CultureInfo.InvariantCulture) : string.Empty;
        return string.Concat(_start, id, tried, entry.Batch is not null || entry.MayBeCleared ? ",\"doubt\":true}" : ",\"doubt\":false}");
    }

    /// <summary>The entry, or null if <paramref name="value"/> is damaged or not ours. Version 0.2.0 stored the call id in the key only.</summary>
    public OutboxEntry? Deserialize(int keyCallId, string value)
    {
        try
        {
            return ReadOwn(value) ?? ReadJson(keyCallId, value);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    // What Serialize has written, in its order and without escapes: a tenth of the time of a JSON reader, for up to 10,000.
    private OutboxEntry? ReadOwn(string value)
    {
        var text = new StoredText(value);
        if (!text.Skip(JsonStart) || text.ReadNumber() is not { } at || !text.Skip(",\"kind\":\"") || text.ReadText() is not { } kind
            || !text.Skip(",\"source\":") || text.ReadNumber() is not { } source || !text.Skip(",\"name\":\"") || text.ReadText() is not { } name
            || !text.Skip(",\"license\":\"") || text.ReadText() is not { } license || !text.Skip(",\"to\":\"") || text.ReadText() is not { } community
            || !text.Skip(",\"server\":") || text.ReadNumber() is not { } server || !text.Skip(",\"url\":\"") || text.ReadText() is not { } url
            || !text.Skip(",\"id\":") || text.ReadNumber() is not { } callId)
        {
            return null;
        }

        var tried = text.Skip(",\"tried\":") ? text.ReadNumber() : 0;
        var doubt = text.Skip(",\"doubt\":true}");
        if (callId is 0 or > int.MaxValue || source > int.MaxValue || server > int.MaxValue || !IsTime(at) || tried is not { } triedAt || !IsTime(triedAt)
            || (!doubt && !text.Skip(",\"doubt\":false}")) || !text.IsAtEnd)
        {
            return null;
        }

        if (_lastRead is null || _lastRead.ApiUrl != url || _lastRead.CommunityId != community || _lastRead.ServerId != server)
            _lastRead = new CallTarget(url, community, (int)server);

        return new OutboxEntry((int)callId, _lastRead, Requester.Restore(kind, (int)source, name, license), Epoch.AddMilliseconds(at))
        {
            CommunityId = community,
            FirstTriedAt = triedAt == 0 ? null : Epoch.AddMilliseconds(triedAt),
            MayBeCleared = doubt,
        };
    }

    private static OutboxEntry? ReadJson(int keyCallId, string value)
    {
        // Without reading dates: a player may be called 2026-11-24T12:00:00Z.
        using var reader = new JsonTextReader(new StringReader(value)) { DateParseHandling = DateParseHandling.None };
        var json = JObject.Load(reader);
        var at = (long)json["at"]!;
        var callId = (int?)json["id"] ?? keyCallId;
        if (reader.Read() || (int)json["v"]! != Version || callId < 1 || !IsTime(at) || !IsTime((long?)json["tried"] ?? 0))
            return null;

        var requester = Requester.Restore((string)json["kind"]!, (int)json["source"]!, (string)json["name"]!, (string)json["license"]!);
        var community = (string?)json["to"];
        var target = (string?)json["url"] is { } url && community is not null ? new CallTarget(url, community, (int)json["server"]!) : null;

        // Version 0.2.0 stored neither when a removal was first tried nor whether a request was in flight when the resource stopped.
        var doubt = (bool?)json["doubt"];
        return new OutboxEntry(callId, target, requester, Epoch.AddMilliseconds(at))
        {
            CommunityId = community,
            FirstTriedAt = (doubt is null ? at : (long?)json["tried"]) is { } tried ? Epoch.AddMilliseconds(tried) : null,
            MayBeCleared = doubt ?? true,
        };
    }

    private static bool IsTime(long milliseconds) => milliseconds is >= 0 and <= uint.MaxValue * 1000L;
    private static long ToMilliseconds(DateTime time) => (time - Epoch).Ticks / TimeSpan.TicksPerMillisecond;

    private static string Serialize(Requester requester, CallTarget? target, string? communityId) =>
        ",\"kind\":\"" + requester.KindName
        + "\",\"source\":" + requester.Source.ToString(CultureInfo.InvariantCulture)
        + ",\"name\":" + Quote(requester.Name)
        + ",\"license\":" + Quote(requester.License)
        + (communityId is null ? string.Empty : ",\"to\":" + Quote(communityId))
        + (target is null ? string.Empty : ",\"server\":" + target.ServerId.ToString(CultureInfo.InvariantCulture) + ",\"url\":" + Quote(target.ApiUrl))
        + ",\"id\":";

    // Most names and all license identifiers need no escapes.
    private static string Quote(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
                return JsonConvert.ToString(text);
        }

        return "\"" + text + "\"";
    }
}

internal struct StoredText(string text)
{
    // Milliseconds have 13 digits; more could overflow.
    private const int MaxDigits = 15;

    private int _position;

    public readonly bool IsAtEnd => _position == text.Length;

    public bool Skip(string literal)
    {
        var isNext = string.CompareOrdinal(text, _position, literal, 0, literal.Length) == 0;
        _position += isNext ? literal.Length : 0;
        return isNext;
    }

    /// <summary>Reads a number without a sign; null if none is next.</summary>
    public long? ReadNumber()
    {
        var start = _position;
        var number = 0L;
        for (; _position < text.Length && text[_position] is >= '0' and <= '9'; _position++)
            number = (number * 10) + text[_position] - '0';

        return _position - start is > 0 and <= MaxDigits ? number : null;
    }

    /// <summary>Reads up to the closing quote; null if there is none or the text has escapes.</summary>
    public string? ReadText()
    {
        var start = _position;
        _position = Math.Max(text.IndexOf('"', start), start);
        var read = text.Substring(start, _position - start);
        return Skip("\"") && read.IndexOf('\\') < 0 ? read : null;
    }
}
