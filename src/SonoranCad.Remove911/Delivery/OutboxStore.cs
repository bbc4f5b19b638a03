using System;
using System.Collections.Generic;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Keeps the outbox in the server's key-value store: one key a call, so that a change writes one small value. What is there
/// and can't be read is set aside under another name, never thrown away and never a crash.
/// </summary>
internal sealed class OutboxStore
{
    private const string Prefix = "outbox:";
    private const string AsidePrefix = "aside:";
    private const int Version = 1;

    private static readonly string JsonStart = "{\"v\":" + Version + ",\"at\":";
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly IKeyValueStore _store;
    private bool _hasChanges;

    // The requester of the last entry written and what the store keeps of it: the console is always the same one, and a
    // request's calls have one among them.
    private Requester? _requester;
    private string? _communityId;
    private string _requesterText = string.Empty;

    public OutboxStore(IKeyValueStore store)
    {
        _store = store;
    }

    public void Add(OutboxEntry entry)
    {
        _store.Set(Key(entry.CallId), Write(entry));
        _hasChanges = true;
    }

    public void Remove(OutboxEntry entry)
    {
        _store.Delete(Key(entry.CallId));
        _hasChanges = true;
    }

    /// <summary>A value of the state machine's own, beside the entries.</summary>
    public void Set(string key, string value)
    {
        _store.Set(key, value);
        _hasChanges = true;
    }

    /// <summary>Such a value, or null where there is none that can be read.</summary>
    public string? Get(string key) => TryGet(key, out var value) ? value : null;

    /// <summary>Waits for the disk where anything changed since the last time.</summary>
    public void Flush()
    {
        if (_hasChanges)
        {
            _store.Flush();
            _hasChanges = false;
        }
    }

    /// <summary>Reads what was pending, the oldest first.</summary>
    /// <param name="create">Makes an entry of call id, requester and the time it was accepted.</param>
    /// <param name="setAside">The keys that could not be read.</param>
    public List<OutboxEntry> Load(Func<int, Requester, DateTime, OutboxEntry> create, out IReadOnlyList<string> setAside)
    {
        var entries = new List<OutboxEntry>();
        var aside = new List<string>();
        foreach (var key in _store.Keys(Prefix))
        {
            if (TryGet(key, out var value) && TryRead(key, value, create) is { } entry)
            {
                entries.Add(entry);
                continue;
            }

            aside.Add(key);
            if (value is not null)
            {
                _store.Set(AsidePrefix + key, value);
                _store.Delete(key);
                _hasChanges = true;
            }
        }

        entries.Sort((a, b) => a.AcceptedAt.CompareTo(b.AcceptedAt));
        setAside = aside;
        return entries;
    }

    // A value of another type than text may be there, put by another hand: reading it may throw.
    private bool TryGet(string key, out string? value)
    {
        try
        {
            value = _store.Get(key);
        }
        catch (Exception)
        {
            value = null;
        }

        return value is not null;
    }

    private static string Key(int callId) => Prefix + callId.ToString(CultureInfo.InvariantCulture);

    private static OutboxEntry? TryRead(string key, string? value, Func<int, Requester, DateTime, OutboxEntry> create)
    {
        if (value is null
            || !int.TryParse(key.Substring(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var callId)
            || callId < 1
            || Key(callId) != key)
        {
            return null;
        }

        try
        {
            var json = JObject.Parse(value);
            var at = (long)json["at"]!;
            if ((int)json["v"]! != Version || at < 0 || at > uint.MaxValue * 1000L)
            {
                return null;
            }

            var requester = Requester.Restore((string)json["kind"]!, (int)json["source"]!, (string)json["name"]!, (string)json["license"]!);
            var entry = create(callId, requester, Epoch.AddMilliseconds(at));
            entry.CommunityId = (string?)json["to"];
            return entry;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // Not one of ours, or damaged: the caller sets it aside and says so.
            return null;
        }
    }

    // By hand, since it runs in the command's handler: a JSON writer costs more than the rest of the line.
    private string Write(OutboxEntry entry)
    {
        if (!ReferenceEquals(entry.Requester, _requester) || !ReferenceEquals(entry.CommunityId, _communityId))
        {
            _requester = entry.Requester;
            _communityId = entry.CommunityId;
            _requesterText = Write(entry.Requester, entry.CommunityId);
        }

        var at = (entry.AcceptedAt - Epoch).Ticks / TimeSpan.TicksPerMillisecond;
        return string.Concat(JsonStart, at.ToString(CultureInfo.InvariantCulture), _requesterText);
    }

    private static string Write(Requester requester, string? communityId) =>
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
