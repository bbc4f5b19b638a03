using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Creates a resource's scripts, as its runtime does when the resource starts.</summary>
internal static class ScriptLoader
{
    private const string ScriptSuffix = ".net.dll";

    /// <summary>The manifest's C# server scripts. Throws <see cref="InvalidOperationException"/> if there are none.</summary>
    public static IReadOnlyList<string> ScriptFiles(Manifest manifest)
    {
        var files = manifest.Values("server_script").Concat(manifest.Values("shared_script"))
            .Where(file => file.EndsWith(ScriptSuffix, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return files.Length > 0
            ? files
            : throw new InvalidOperationException($"{Manifest.FileName} has no server_script that ends in {ScriptSuffix}.");
    }

    public static void LoadFiles(ScriptRuntime runtime, string folder, IEnumerable<string> files)
    {
        var assemblies = new ResourceAssemblies(folder);
        AssemblyResolver.Add(assemblies);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                runtime.Server.Console.WriteLine($"Could not find script {file} of resource {runtime.Name}.");
                continue;
            }

            try
            {
                Instantiate(runtime, runtime.Server.ScriptFactory?.Load(path) ?? assemblies.LoadScript(path), _ => true);
            }
            catch (Exception failure) when (failure is BadImageFormatException or ReflectionTypeLoadException or IOException)
            {
                // An invalid DLL, or one whose reference is missing: the server logs it and continues without its scripts.
                var cause = (failure as ReflectionTypeLoadException)?.LoaderExceptions.FirstOrDefault() ?? failure;
                runtime.Server.Console.WriteLine($"Failed to load script {file} of resource {runtime.Name}: {cause}");
            }
        }
    }

    public static void Instantiate(ScriptRuntime runtime, Assembly assembly, Func<Type, bool> filter)
    {
        foreach (var type in assembly.GetTypes().Where(type => IsScript(type) && filter(type)))
        {
            using var scope = ScriptScope.Enter(runtime, invoker: null);
            try
            {
                runtime.AddScript(runtime.Server.ScriptFactory?.Create(type) ?? (BaseScript)Activator.CreateInstance(type)!);
            }
            catch (Exception failure)
            {
                var cause = (failure as TargetInvocationException)?.InnerException ?? failure;
                runtime.Server.Console.WriteLine($"Failed to instantiate instance of script {type.FullName}: {cause}");
            }
        }
    }

    private static bool IsScript(Type type) =>
        !type.IsAbstract && typeof(BaseScript).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null;
}
