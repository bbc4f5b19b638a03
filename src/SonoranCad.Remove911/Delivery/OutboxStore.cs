using System.Globalization;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Keeps the outbox in the store, one key per call, so that a change writes one small value. Unreadable values move to
/// another key, so they are not lost and cannot fail the start.
/// </summary>
internal sealed class OutboxStore(DeliveryStore store)
{
    private const string Prefix = "outbox:";
    private const string AsidePrefix = "aside:";

    private readonly OutboxEntrySerializer _serializer = new();

    public void Add(OutboxEntry entry) => store.Set(Key(entry.CallId), _serializer.Serialize(entry));

    public void Remove(OutboxEntry entry) => store.Delete(Key(entry.CallId));

    /// <summary>Reads the entries, oldest first, and adds the unreadable keys to <paramref name="setAside"/>.</summary>
    public List<StoredEntry> Load(ICollection<string> setAside)
    {
        var entries = new List<StoredEntry>();
        foreach (var key in store.Keys(Prefix))
        {
            var value = store.Get(key);
            if (value is not null && TryParseKey(key, out var callId) && OutboxEntrySerializer.Deserialize(callId, value) is { } entry)
            {
                entries.Add(entry);
                continue;
            }

            setAside.Add(key);
            if (value is not null)
            {
                store.Set(AsidePrefix + key, value);
                store.Delete(key);
            }
        }

        entries.Sort((a, b) => a.AcceptedAt.CompareTo(b.AcceptedAt));
        return entries;
    }

    private static string Key(int callId) => Prefix + callId.ToString(CultureInfo.InvariantCulture);

    private static bool TryParseKey(string key, out int callId) =>
        int.TryParse(key.Substring(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out callId)
        && callId >= 1
        && Key(callId) == key;
}
