using System;
using System.Reflection;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Loads assemblies and makes scripts in the server's stead, for a test that gives a script its clock.</summary>
public interface IScriptFactory
{
    /// <summary>The assembly to use for the DLL at the path; null to load the file afresh, as the server does.</summary>
    Assembly? Load(string path);

    /// <summary>An instance of a script type, made within the resource's scope.</summary>
    BaseScript Create(Type type);
}
