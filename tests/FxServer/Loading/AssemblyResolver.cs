using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Finds what resources' DLLs refer to. One handler for the process: an AppDomain has one list of resources.</summary>
internal static class AssemblyResolver
{
    private static readonly object Gate = new object();
    private static readonly List<ResourceAssemblies> Resources = new List<ResourceAssemblies>();

    public static void Add(ResourceAssemblies assemblies)
    {
        lock (Gate)
        {
            if (Resources.Count == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }

            Resources.Add(assemblies);
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        var name = new AssemblyName(args.Name).Name!;
        if (name is "CitizenFX.Core" or "CitizenFX.Core.Server")
        {
            return typeof(BaseScript).Assembly;
        }

        ResourceAssemblies? requesting;
        lock (Gate)
        {
            // Mono does not always say who asks; then it is most likely what was loaded last.
            requesting = args.RequestingAssembly is { } assembly
                ? Resources.Find(resource => resource.Has(assembly))
                : Resources.LastOrDefault();
        }

        return requesting?.Find(name);
    }
}
