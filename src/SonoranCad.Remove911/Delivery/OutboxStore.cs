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

    // Keys whose values could not be read: they may be readable after the next restart.
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <summary>
    /// Stores a new entry. Two entries have one call id if they belong to two communities, servers or addresses: the second
    /// key gets a suffix.
    /// </summary>
    public void Add(OutboxEntry entry)
    {
        var key = Key(entry.CallId);
        var value = _serializer.Serialize(entry);
        entry.StoreKey = key;
        for (var i = 2; _unreadable.Contains(entry.StoreKey) || !store.TryAdd(entry.StoreKey, value); i++)
        {
            entry.StoreKey = key + "#" + i.ToString(CultureInfo.InvariantCulture);
        }
    }

    public void Update(OutboxEntry entry) => store.Set(entry.StoreKey, _serializer.Serialize(entry));

    public void Remove(OutboxEntry entry) => store.Delete(entry.StoreKey);

    /// <summary>Reads the entries, oldest first, and adds the unreadable keys to <paramref name="setAside"/>.</summary>
    public List<StoredEntry> Load(ICollection<string> setAside)
    {
        var entries = new List<StoredEntry>();
        foreach (var key in store.Keys(Prefix))
        {
            if (store.Restore(key) is not { } value)
            {
                _unreadable.Add(key);
            }
            else if (_serializer.Deserialize(ParseKey(key), value) is { } entry)
            {
                entry.Key = key;
                entries.Add(entry);
            }
            else
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
    public void Discard(string key) => store.Delete(key);

    private static string Key(int callId) => Prefix + callId.ToString(CultureInfo.InvariantCulture);

    // 0 for a damaged key: the value has the id too, unless version 0.2.0 wrote it.
    private static int ParseKey(string key)
    {
        var suffix = key.IndexOf('#');
        var digits = suffix < 0 ? key.Substring(Prefix.Length) : key.Substring(Prefix.Length, suffix - Prefix.Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id.ToString(CultureInfo.InvariantCulture) == digits ? id : 0;
    }
}
