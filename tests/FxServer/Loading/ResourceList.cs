using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>The resources that the server knows, with their states and manifests.</summary>
internal sealed class ResourceList
{
    private const string IsStarted = "started";

    private const string IsStarting = "starting";
    private const string IsStopping = "stopping";
    private const string IsStopped = "stopped";
    private const string Missing = "missing";

    private readonly Dictionary<string, Entry> _known = new Dictionary<string, Entry>(StringComparer.Ordinal);

    /// <summary>Makes the resource known. It is starting while its scripts are created.</summary>
    public void Starting(string name, string? folder, Manifest manifest) => _known[name] = new Entry(folder, manifest, IsStarting);

    public void Started(string name) => Move(name, IsStarted);

    public void Stopping(string name) => Move(name, IsStopping);

    public void Stopped(string name) => Move(name, IsStopped);

    public string? FolderOf(string name) => _known.TryGetValue(name, out var entry) ? entry.Folder : null;

    /// <summary>The state as <c>GetResourceState</c> returns it.</summary>
    public string StateOf(string name) => _known.TryGetValue(name, out var entry) ? entry.State : Missing;

    public bool IsUp(string name) => StateOf(name) == IsStarted;

    /// <summary>Neither running nor starting nor stopping.</summary>
    public bool IsDown(string name) => StateOf(name) is IsStopped or Missing;

    /// <summary>Whether the server has never known the resource.</summary>
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
