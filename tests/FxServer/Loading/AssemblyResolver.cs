using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using CitizenFX.Core;

namespace FxServer;

/// <summary>
/// Finds the assemblies that resources' DLLs refer to. One handler per process, because an AppDomain has one set of assemblies
/// for all resources.
/// </summary>
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
            // Mono does not always say which assembly asks; then the last one loaded is the likeliest.
            requesting = args.RequestingAssembly is { } assembly
                ? Resources.Find(resource => resource.Has(assembly))
                : Resources.LastOrDefault();
        }

        return requesting?.Find(name);
    }
}
