using System.IO;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Reads the 911 calls from the CAD's list of either API version, token by token within the tick's budget. Ignores the case of
/// member names, skips everything else, and never throws.
/// </summary>
#pragma warning disable CA1001 // A reader of a string has nothing to dispose of.
internal sealed class CallListReader(string text, SecretRedactor secrets, TimeSpan now, DateTime utcNow)
#pragma warning restore CA1001
{
    // Integrators sometimes nest metaData deeper than Newtonsoft's default limit of 64.
    private const int MaxNesting = 256;

    // A token takes a microsecond or two; looking at the clock should not take longer.
    private const int TokensPerCheck = 32;

    private readonly JsonTextReader _json = new(new StringReader(text.TrimStart('\uFEFF'))) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxNesting };
    private readonly Dictionary<int, OpenCall> _calls = new();
    private readonly SortedSet<OpenCall> _newest = new(OpenCall.NewestFirst);
    private readonly List<OpenCall> _cleaned = new();

    // Where the reader is, and what it has read of a call.
    private bool _isListNext, _isInList, _isInCall, _hasList, _isRead;
    private object? _member, _callId, _caller, _location, _updated, _isEmergency;

    /// <summary>The calls once all is read; null if the text is no complete list.</summary>
    public CallList? Result { get; private set; }

    /// <summary>Reads on until the budget is spent; true once all is read.</summary>
    public bool Advance(TickBudget budget)
    {
        try
        {
            for (var tokens = 1; !_isRead; tokens++)
            {
                ReadToken();
                if (tokens % TokensPerCheck == 0 && budget.IsSpent)
                {
                    return false;
                }
            }
        }
        catch (JsonException)
        {
            // Cut off on the way, or not from the CAD at all: the caller reports it.
            End(isList: false);
        }

        return !_hasList || CleanTexts(budget);
    }

    private static bool IsNamed(object? name, string expected) => string.Equals(name as string, expected, StringComparison.OrdinalIgnoreCase);

    // Only of the calls that are kept, because it takes longer than reading them.
    private bool CleanTexts(TickBudget budget)
    {
        while (_newest.Min is { } call)
        {
            _newest.Remove(call);
            _cleaned.Add(call with { Caller = OpenCallText.Clean(call.Caller, secrets), Location = OpenCallText.Clean(call.Location, secrets) });
            if (budget.IsSpent)
            {
                return false;
            }
        }

        Result = new CallList(_cleaned, _calls.Keys);
        return true;
    }

    private void End(bool isList)
    {
        _isRead = true;
        _hasList = isList;
    }

    private void ReadToken()
    {
        if (!_json.Read())
        {
            End(isList: false);
            return;
        }

        var token = _json.TokenType;
        switch (_json.Depth)
        {
            case 0 when token != JsonToken.StartObject:
                End(_hasList && token == JsonToken.EndObject);
                break;
            case 1:
                ReadTopLevel(token);
                break;
            case 2 when _isInList && token is JsonToken.StartObject or JsonToken.EndObject:
                ReadCallBoundary(token);
                break;
            case 3 when _isInCall:
                ReadMember(token);
                break;
        }
    }

    private void ReadTopLevel(JsonToken token)
    {
        if (token == JsonToken.PropertyName)
        {
            _isListNext = IsNamed(_json.Value, "emergencyCalls");
        }
        else if (_isListNext && token is JsonToken.StartArray or JsonToken.Null)
        {
            _hasList = true;
            _isInList = token == JsonToken.StartArray;
            _calls.Clear();
            _newest.Clear();
        }
        else if (_isListNext && token != JsonToken.EndArray)
        {
            End(isList: false);
        }
        else
        {
            _isInList = false;
        }
    }

    private void ReadCallBoundary(JsonToken token)
    {
        _isInCall = token == JsonToken.StartObject;
        if (!_isInCall && CallIdArgumentParser.TryParseOne(_callId, out var id))
        {
            Add(OpenCall.FromList(id, _caller as string ?? string.Empty, _location as string ?? string.Empty, OpenedAt()) with { IsCivil = _isEmergency is false });
        }

        _callId = _caller = _location = _updated = _isEmergency = null;
    }

    private void Add(OpenCall call)
    {
        if (_calls.TryGetValue(call.CallId, out var earlier))
        {
            _newest.Remove(earlier);
        }

        _calls[call.CallId] = call;
        _newest.Add(call);
        if (_newest.Count > OpenCallCache.MaxCalls)
        {
            _newest.Remove(_newest.Max!);
        }
    }

    private void ReadMember(JsonToken token)
    {
        if (token == JsonToken.PropertyName)
        {
            _member = _json.Value;
        }
        else if (token is not (JsonToken.StartObject or JsonToken.StartArray or JsonToken.EndObject or JsonToken.EndArray or JsonToken.Comment))
        {
            _callId = IsNamed(_member, "callId") ? _json.Value : _callId;
            _caller = IsNamed(_member, "caller") ? _json.Value : _caller;
            _location = IsNamed(_member, "location") ? _json.Value : _location;
            _updated = IsNamed(_member, "updated") ? _json.Value : _updated;
            _isEmergency = IsNamed(_member, "isEmergency") ? _json.Value : _isEmergency;
        }
    }

    // A time in the future means that one of the clocks is off: the call counts as new.
    private TimeSpan? OpenedAt()
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParse(_updated as string, CultureInfo.InvariantCulture, Utc, out var time)
            ? now - (time < utcNow ? utcNow - time : TimeSpan.Zero)
            : null;
    }
}

/// <summary>What the CAD's list holds: the newest calls, newest first, and the ids of all.</summary>
internal sealed record CallList(IReadOnlyList<OpenCall> Newest, ICollection<int> Ids);
