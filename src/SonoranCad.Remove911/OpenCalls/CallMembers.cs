namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The members of a call as the CAD or the vendor's resource gave them. Ignores the case of their names.</summary>
internal sealed class CallMembers
{
    // A call has a handful of members. A table of thousands is not a call.
    private const int MaxCount = 64;

    // As the CAD's documents have it. A date in another form may be read wrong, and year 1 or 1970 stands for no time.
    private static readonly Regex TimeForm = new(@"^20\d\d-\d\d-\d\d[T ]\d\d:\d\d", RegexOptions.CultureInvariant);

    private object? _callId, _caller, _location, _updated, _isEmergency;

    /// <summary>The members of a table that another resource passed; null if it cannot be a call.</summary>
    public static CallMembers? FromTable(object? table)
    {
        if (table is not IDictionary<string, object?> { Count: <= MaxCount } entries)
            return null;

        var members = new CallMembers();
        foreach (var entry in entries)
            members.Set(entry.Key, entry.Value);

        return members;
    }

    public void Set(string? name, object? value)
    {
        _callId = IsNamed("callId") ? value : _callId;
        _caller = IsNamed("caller") ? value : _caller;
        _location = IsNamed("location") ? value : _location;
        _updated = IsNamed("updated") ? value : _updated;
        _isEmergency = IsNamed("isEmergency") ? value : _isEmergency;

        bool IsNamed(string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The call, with its texts as they were given; null if it has no usable id.</summary>
    public OpenCall? ToCall(TimeSpan now, DateTime utcNow) => CallIdArgumentParser.TryParseOne(_callId, out var id)
        ? OpenCall.FromList(id, _caller as string ?? string.Empty, _location as string ?? string.Empty, OpenedAt(now, utcNow)) with { IsCivil = _isEmergency is bool isEmergency ? !isEmergency : null }
        : null;

    // A time in the future means that one of the clocks is off: the call counts as new.
    private TimeSpan? OpenedAt(TimeSpan now, DateTime utcNow)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return _updated is string text && TimeForm.IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time)
            ? now - (time < utcNow ? utcNow - time : TimeSpan.Zero)
            : null;
    }
}
