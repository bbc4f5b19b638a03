using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NetArchTest.Rules;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>Checks the DLL in dist/, the one that an owner installs.</summary>
public sealed class BuiltAssemblyTests
{
    [Fact]
    public void ReferencedCitizenFxMembersExistInServer()
    {
        var surface = CitizenFxSurface.Read(Repository.Text("tests/SonoranCad.Remove911.Tests/FxServer/citizenfx-surface.txt"));
        var used = CitizenFxReferences.Read(Repository.BuiltResource);

        Assert.Contains("API.PerformHttpRequestInternalEx(Object):Int32", used);
        Assert.Empty(used.Except(surface));
    }

    [Fact]
    public void OnlyAssembliesOfServerAreReferenced()
    {
        using var file = new PEReader(File.OpenRead(Repository.BuiltResource));
        var reader = file.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name));

        // With dynamic, Microsoft.CSharp would be in this list. Built against the official package, the DLL names the facade.
        Assert.Equal(
            ["CitizenFX.Core", "Newtonsoft.Json", "netstandard"],
            references.Select(name => name == "CitizenFX.Core.Server" ? "CitizenFX.Core" : name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DistContainsExactlyTwoAssemblies() => Assert.Equal(
        ["Newtonsoft.Json.dll", "SonoranCad.Remove911.net.dll"],
        Directory.GetFileSystemEntries(Repository.File("dist")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void EmbeddedSymbolsContainNoBuildMachinePaths()
    {
        using var file = new PEReader(File.OpenRead(Repository.BuiltResource));
        var entry = Assert.Single(file.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = file.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        var reader = symbols.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToList();

        Assert.NotEmpty(documents);
        Assert.All(documents, name => Assert.StartsWith("/_/", name));
    }

    [Fact]
    public void OnlyCfxFolderAndScriptReferenceCitizenFx()
    {
        var result = Types.InAssembly(typeof(Remove911Script).Assembly)
            .That().DoNotResideInNamespace("SonoranCad.Remove911.Cfx")
            .And().DoNotHaveNameStartingWith(nameof(Remove911Script))
            .ShouldNot().HaveDependencyOn("CitizenFX")
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void AssemblyContainsOneBaseScript() => Assert.Equal(
        typeof(Remove911Script),
        Assert.Single(typeof(Remove911Script).Assembly.GetTypes(), type => type.IsSubclassOf(typeof(CitizenFX.Core.BaseScript))));

    [Fact]
    public void NoMutableStaticFieldsExist()
    {
        // A restart must start from scratch: state kept in a static would hide what the resource loses in a new process.
        var fields = typeof(Remove911Script).Assembly.GetTypes()
            .Where(type => !type.Name.StartsWith('<'))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !field.IsInitOnly);

        Assert.Empty(fields.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void NoAsyncMethodsExist()
    {
        var stateMachines = typeof(Remove911Script).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>() is not null);

        Assert.Empty(stateMachines);
    }

    [Fact]
    public void VersionIsSameInAssemblyManifestAndChangelog()
    {
        var version = typeof(Remove911Script).Assembly.GetName().Version!.ToString(3);

        Assert.Contains($"version '{version}'", Repository.Text("fxmanifest.lua"));
        Assert.Contains($"## [{version}]", Repository.Text("CHANGELOG.md"));
    }
}
