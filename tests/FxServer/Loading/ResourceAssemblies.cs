using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace FxServer;

/// <summary>The DLLs of one run of a resource, loaded afresh, so that no static state of an earlier run remains.</summary>
internal sealed class ResourceAssemblies
{
    private readonly Dictionary<string, Assembly> _loaded = new Dictionary<string, Assembly>(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _folders = new List<string>();

    public ResourceAssemblies(string folder) => _folders.Add(folder);

    /// <summary>Loads a script's DLL. Its folder is searched from then on.</summary>
    public Assembly LoadScript(string path)
    {
        _folders.Add(Path.GetDirectoryName(path)!);
        return Load(Path.GetFileNameWithoutExtension(path), path);
    }

    public bool Has(Assembly assembly) => _loaded.ContainsValue(assembly);

    /// <summary>The DLL with that name in the folders searched; null if there is none.</summary>
    public Assembly? Find(string name)
    {
        if (_loaded.TryGetValue(name, out var known))
        {
            return known;
        }

        foreach (var folder in _folders)
        {
            var path = Path.Combine(folder, name + ".dll");
            if (File.Exists(path))
            {
                return Load(name, path);
            }
        }

        return null;
    }

    private Assembly Load(string name, string path)
    {
        var assembly = Assembly.Load(File.ReadAllBytes(path));
        _loaded[name] = assembly;
        return assembly;
    }
}
