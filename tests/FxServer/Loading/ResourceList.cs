using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>The resources that the server knows, in whatever state, and what their manifests say.</summary>
internal sealed class ResourceList
{
    private const string IsStarted = "started";

    private const string IsStarting = "starting";
    private const string IsStopping = "stopping";
    private const string IsStopped = "stopped";
    private const string Missing = "missing";

    private readonly Dictionary<string, Entry> _known = new Dictionary<string, Entry>(StringComparer.Ordinal);

    /// <summary>The server knows the resource from now on; its scripts are made while it is starting.</summary>
    public void Starting(string name, string? folder, Manifest manifest) => _known[name] = new Entry(folder, manifest, IsStarting);

    public void Started(string name) => Move(name, IsStarted);

    public void Stopping(string name) => Move(name, IsStopping);

    public void Stopped(string name) => Move(name, IsStopped);

    public string? FolderOf(string name) => _known.TryGetValue(name, out var entry) ? entry.Folder : null;

    /// <summary>In the words of <c>GetResourceState</c>.</summary>
    public string StateOf(string name) => _known.TryGetValue(name, out var entry) ? entry.State : Missing;

    public bool IsUp(string name) => StateOf(name) == IsStarted;

    /// <summary>Neither running nor on its way to or from that.</summary>
    public bool IsDown(string name) => StateOf(name) is IsStopped or Missing;

    /// <summary>The server has never heard of the resource.</summary>
    public bool IsMissing(string name) => StateOf(name) == Missing;

    public IReadOnlyList<string> MetadataOf(string name, string key) =>
        _known.TryGetValue(name, out var entry) ? entry.Manifest.Values(key) : [];

    private void Move(string name, string state)
    {
        if (_known.TryGetValue(name, out var entry))
        {
            _known[name] = new Entry(entry.Folder, entry.Manifest, state);
        }
    }

    private sealed class Entry
    {
        public Entry(string? folder, Manifest manifest, string state)
        {
            Folder = folder;
            Manifest = manifest;
            State = state;
        }

        public string? Folder { get; }

        public Manifest Manifest { get; }

        public string State { get; }
    }
}
