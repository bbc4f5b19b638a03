using System.Globalization;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Keeps the outbox in the store, one key per call, so that a change writes one small value. Unreadable values move to
/// another key, so they are not lost and cannot fail the start.
/// </summary>
internal sealed class OutboxStore(DeliveryStore store)
{
    public const string Prefix = "outbox:";

    private const string AsidePrefix = "aside:";

    private readonly OutboxEntrySerializer _serializer = new();

    // Two entries have one call id if they belong to two communities, servers or addresses: the second key gets a suffix.
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public void Add(OutboxEntry entry)
    {
        var key = Key(entry.CallId);
        entry.StoreKey = key;
        for (var i = 2; !_keys.Add(entry.StoreKey); i++)
        {
            entry.StoreKey = key + "#" + i.ToString(CultureInfo.InvariantCulture);
        }

        Update(entry);
    }

    public void Update(OutboxEntry entry) => store.Set(entry.StoreKey, _serializer.Serialize(entry));

    public void Remove(OutboxEntry entry) => Discard(entry.StoreKey);

    /// <summary>Reads the entries, oldest first, and adds the unreadable keys to <paramref name="setAside"/>.</summary>
    public List<StoredEntry> Load(ICollection<string> setAside)
    {
        var entries = new List<StoredEntry>();
        foreach (var key in store.Keys(Prefix))
        {
            var value = store.Restore(key);
            _keys.Add(key);
            if (value is not null && _serializer.Deserialize(ParseKey(key), value) is { } entry)
            {
                entry.Key = key;
                entries.Add(entry);
            }
            else if (value is not null)
            {
                setAside.Add(key);
                store.Set(AsidePrefix + key, value);
                Discard(key);
            }
        }

        entries.Sort((a, b) => a.AcceptedAt.CompareTo(b.AcceptedAt));
        return entries;
    }

    /// <summary>Keeps a restored entry under the key that it has, or moves it if the server has damaged the key.</summary>
    public void Adopt(OutboxEntry entry, string key)
    {
        entry.StoreKey = key;
        if (key != Key(entry.CallId) && ParseKey(key) != entry.CallId)
        {
            Add(entry);
            Discard(key);
        }
    }

    /// <summary>Deletes a second copy of an entry, which a damaged key has left behind.</summary>
    public void Discard(string key)
    {
        _keys.Remove(key);
        store.Delete(key);
    }

    private static string Key(int callId) => Prefix + callId.ToString(CultureInfo.InvariantCulture);

    // 0 for a damaged key: the value has the id too, unless version 0.2.0 wrote it.
    private static int ParseKey(string key)
    {
        var suffix = key.IndexOf('#');
        var digits = suffix < 0 ? key.Substring(Prefix.Length) : key.Substring(Prefix.Length, suffix - Prefix.Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id.ToString(CultureInfo.InvariantCulture) == digits ? id : 0;
    }
}
