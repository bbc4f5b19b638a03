using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>The resources that the server knows, running or stopped, and what their manifests say.</summary>
internal sealed class ResourceList
{
    private readonly Dictionary<string, Entry> _known = new Dictionary<string, Entry>(StringComparer.Ordinal);

    public void Started(string name, string? folder, Manifest manifest) => _known[name] = new Entry(folder, manifest, true);

    public void Stopped(string name)
    {
        if (_known.TryGetValue(name, out var entry))
        {
            _known[name] = new Entry(entry.Folder, entry.Manifest, false);
        }
    }

    public string? FolderOf(string name) => _known.TryGetValue(name, out var entry) ? entry.Folder : null;

    public string StateOf(string name)
    {
        if (!_known.TryGetValue(name, out var entry))
        {
            return "missing";
        }

        return entry.IsRunning ? "started" : "stopped";
    }

    public IReadOnlyList<string> MetadataOf(string name, string key) =>
        _known.TryGetValue(name, out var entry) ? entry.Manifest.Values(key) : [];

    private sealed class Entry
    {
        public Entry(string? folder, Manifest manifest, bool isRunning)
        {
            Folder = folder;
            Manifest = manifest;
            IsRunning = isRunning;
        }

        public string? Folder { get; }

        public Manifest Manifest { get; }

        public bool IsRunning { get; }
    }
}
