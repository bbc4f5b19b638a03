using System;
using FxServer;

namespace CitizenFX.Core;

/// <summary>The resource's own exports (<see cref="Add"/>) and those of others (by resource name).</summary>
public class ExportDictionary
{
    private readonly ScriptRuntime _runtime = ScriptScope.Require("new ExportDictionary");

    public object this[string resourceName] => new ExportSet(resourceName);

    /// <summary>Answers the event <c>__cfx_export_resource_name</c> with the method; a client may fire that event as well.</summary>
    public void Add(string name, Delegate method)
    {
        ScriptScope.Require("Exports.Add");
        _runtime.AddExport(name, method);
    }
}
