using System;
using FxServer;

namespace CitizenFX.Core;

/// <summary>The resource's own exports (<see cref="Add"/>) and other resources' exports (by resource name).</summary>
public class ExportDictionary
{
    private readonly ScriptRuntime _runtime = ScriptScope.Require("new ExportDictionary");

    public object this[string resourceName] => new ExportSet(resourceName);

    /// <summary>
    /// Hands out the method when the event <c>__cfx_export_resource_name</c> is fired, which a client can do too.
    /// </summary>
    public void Add(string name, Delegate method)
    {
        ScriptScope.Require("Exports.Add");
        _runtime.AddExport(name, method);
    }
}
