using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

internal sealed class CfxKeyValueStore : IKeyValueStore
{
    public void Set(string key, string value) => API.SetResourceKvpNoSync(key, value);
    public void Delete(string key) => API.DeleteResourceKvpNoSync(key);
    public string? Get(string key) => API.GetResourceKvpString(key);
    public void Flush() => API.FlushResourceKvp();

    public IReadOnlyList<string> Keys(string prefix)
    {
        var keys = new List<string>();
        var search = API.StartFindKvp(prefix);
        if (search < 0)
            return keys;

        try
        {
            for (var key = FindNext(search); !string.IsNullOrEmpty(key); key = FindNext(search))
                keys.Add(key!);
        }
        finally
        {
            API.EndFindKvp(search);
        }

        return keys;
    }

    private static string? FindNext(int search)
    {
        try
        {
            return API.FindKvp(search);
        }
        catch (Exception)
        {
            // One error must not hide the keys behind it: their removals would not be sent.
            return API.FindKvp(search);
        }
    }
}
