using System.Collections.Generic;

namespace FxServer;

/// <summary>A resource's open StartFindKvp searches.</summary>
internal sealed class KvpSearches
{
    private readonly Dictionary<int, Queue<string>> _open = new Dictionary<int, Queue<string>>();
    private int _lastHandle;

    public int Start(IEnumerable<string> keys)
    {
        _open[++_lastHandle] = new Queue<string>(keys);
        return _lastHandle;
    }

    /// <summary>Null at the end, and for a handle that is not open.</summary>
    public string? Next(int handle) => _open.TryGetValue(handle, out var keys) && keys.Count > 0 ? keys.Dequeue() : null;

    public void End(int handle) => _open.Remove(handle);
}
