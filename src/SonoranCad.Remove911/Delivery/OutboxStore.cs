namespace SonoranCad.Remove911.Delivery;

/// <summary>Keeps the outbox in the store, one key per call. Unreadable values move to another key: they are not lost and cannot fail the start.</summary>
internal sealed class OutboxStore(DeliveryStore store)
{
    public const string Prefix = "outbox:";
    private const string AsidePrefix = "aside:";

    private readonly OutboxEntrySerializer _serializer = new();

    // Keys whose values could not be read: they may be readable after the next restart.
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Stores a new entry. Its key gets a suffix if the call id is taken by a call of another community, server or address.</summary>
    public void Add(OutboxEntry entry)
    {
        var key = Prefix + entry.CallId.ToString(CultureInfo.InvariantCulture);
        var value = _serializer.Serialize(entry);
        entry.StoreKey = key;
        for (var i = 2; _unreadable.Contains(entry.StoreKey) || !store.TryAdd(entry.StoreKey, value); i++)
            entry.StoreKey = key + "#" + i.ToString(CultureInfo.InvariantCulture);
    }

    public void Update(OutboxEntry entry) => store.Set(entry.StoreKey, _serializer.Serialize(entry));
    public void Remove(OutboxEntry entry) => store.Delete(entry.StoreKey);

    /// <summary>Reads the entries, oldest first, and adds the unreadable keys to <paramref name="setAside"/>.</summary>
    public List<OutboxEntry> Load(ICollection<string> setAside)
    {
        var entries = new List<OutboxEntry>();
        foreach (var key in store.Keys(Prefix))
        {
            var value = store.Restore(key);
            var entry = Read(key, value);
            if (entry is null || entry.CallId != ParseKey(key))
            {
                // Two reads may be damaged alike, and what is set aside or looks like a copy of another entry is not delivered.
                value = store.Restore(key) ?? value;
                entry = Read(key, value);
            }

            if (value is null)
            {
                _unreadable.Add(key);
            }
            else if (entry is not null)
            {
                entry.StoreKey = key;
                entries.Add(entry);
            }
            else
            {
                setAside.Add(key);
                store.Set(AsidePrefix + key, value);
                store.Delete(key);
            }
        }

        entries.Sort((a, b) => a.AcceptedAt.CompareTo(b.AcceptedAt));
        return entries;
    }

    /// <summary>Keeps a restored entry under the key that it has, or moves it if the server has damaged the key.</summary>
    public void Adopt(OutboxEntry entry)
    {
        var key = entry.StoreKey;
        if (ParseKey(key) != entry.CallId)
        {
            Add(entry);
            store.Delete(key);
        }
    }

    private OutboxEntry? Read(string key, string? value) => value is null ? null : _serializer.Deserialize(ParseKey(key), value);

    // 0 for a damaged key: the value has the id too, unless version 0.2.0 wrote it.
    private static int ParseKey(string key)
    {
        var digits = key.Substring(Prefix.Length).Split('#')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id.ToString(CultureInfo.InvariantCulture) == digits ? id : 0;
    }
}
