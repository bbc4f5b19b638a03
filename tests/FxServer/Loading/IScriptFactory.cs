using System;
using System.Reflection;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Loads assemblies and creates scripts instead of the server, so that a test can give a script its clock.</summary>
public interface IScriptFactory
{
    /// <summary>The assembly for the DLL at the path; null to load the file afresh, as the server does.</summary>
    Assembly? Load(string path);

    /// <summary>Creates an instance of a script type within the resource's scope.</summary>
    BaseScript Create(Type type);
}
