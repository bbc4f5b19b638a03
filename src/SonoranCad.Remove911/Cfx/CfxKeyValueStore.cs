using CitizenFX.Core.Native;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxKeyValueStore : IKeyValueStore
{
    public void Set(string key, string value) => API.SetResourceKvpNoSync(key, value);

    public void Delete(string key) => API.DeleteResourceKvpNoSync(key);

    public string? Get(string key) => API.GetResourceKvpString(key);

    public IReadOnlyList<string> Keys(string prefix)
    {
        var keys = new List<string>();
        var search = API.StartFindKvp(prefix);
        if (search < 0)
        {
            return keys;
        }

        for (var key = API.FindKvp(search); !string.IsNullOrEmpty(key); key = API.FindKvp(search))
        {
            keys.Add(key!);
        }

        API.EndFindKvp(search);
        return keys;
    }

    public void Flush() => API.FlushResourceKvp();
}
