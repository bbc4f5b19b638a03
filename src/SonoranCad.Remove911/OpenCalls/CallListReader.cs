namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Reads the 911 calls from the CAD's list (v1 or v2), token by token within the tick's budget. Never throws.</summary>
#pragma warning disable CA1001 // A reader of a string has nothing to dispose of.
internal sealed class CallListReader(string text, SecretRedactor secrets, TimeSpan now, DateTime utcNow)
#pragma warning restore CA1001
{
    // Integrators sometimes nest metaData deeper than Newtonsoft's default limit of 64.
    private const int MaxNesting = 256;

    // A token takes a microsecond or two; looking at the clock should not take longer.
    private const int TokensPerCheck = 32;

    private readonly JsonTextReader _json = new(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxNesting };
    private readonly CallListBuilder _calls = new(secrets);

    // Where the reader is, and what it has read of a call.
    private bool _isListNext, _isInList, _isInCall, _hasList, _hasOther, _isRead;
    private CallMembers _members = new();
    private object? _member;

    /// <summary>The calls once all is read; null if the text is no complete list, or none of its entries is a call.</summary>
    public CallList? Result => _hasOther && _calls.Result is { Ids.Count: 0 } ? null : _calls.Result;

    /// <summary>Reads on until the budget is spent; true once all is read.</summary>
    public bool Advance(TickBudget budget)
    {
        try
        {
            for (var tokens = 1; !_isRead; tokens++)
            {
                ReadToken();
                if (tokens % TokensPerCheck == 0 && budget.IsSpent)
                    return false;
            }
        }
        catch (JsonException)
        {
            // Cut off on the way, or not from the CAD at all: the caller reports it.
            End(isList: false);
        }

        return !_hasList || _calls.TryComplete(budget);
    }

    private void End(bool isList)
    {
        _isRead = true;
        _hasList = isList;
    }

    private void ReadToken()
    {
        // A text that ends is no list, wherever it ends.
        var token = _json.Read() ? _json.TokenType : JsonToken.None;
        switch (token == JsonToken.None ? 0 : _json.Depth)
        {
            case 0 when token != JsonToken.StartObject:
                End(_hasList && token == JsonToken.EndObject);
                break;
            case 1:
                ReadTopLevel(token);
                break;
            case 2 when _isInList && token != JsonToken.Comment:
                ReadEntry(token);
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
            _isListNext = string.Equals(_json.Value as string, "emergencyCalls", StringComparison.OrdinalIgnoreCase);
        }
        else if (_isListNext && token is JsonToken.StartArray or JsonToken.Null)
        {
            _hasList = true;
            _hasOther = false;
            _isInList = token == JsonToken.StartArray;
            _calls.Clear();
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

    private void ReadEntry(JsonToken token)
    {
        _isInCall = token == JsonToken.StartObject;
        if (token == JsonToken.EndObject && _members.ToCall(now, utcNow) is { } call)
            _calls.Add(call);
        else
            _hasOther |= !_isInCall;

        _members = new CallMembers();
    }

    private void ReadMember(JsonToken token)
    {
        if (token == JsonToken.PropertyName)
            _member = _json.Value;
        else if (token is not (JsonToken.StartObject or JsonToken.StartArray or JsonToken.EndObject or JsonToken.EndArray or JsonToken.Comment))
            _members.Set(_member as string, _json.Value);
    }
}
