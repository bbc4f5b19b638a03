using System.Dynamic;
using FxServer;

namespace CitizenFX.Core;

/// <summary>Another resource's exports, called by name through <c>dynamic</c>.</summary>
public class ExportSet : DynamicObject
{
    private readonly string _resourceName;

    public ExportSet(string resourceName) => _resourceName = resourceName;

    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        var runtime = ScriptScope.Require("Exports[].Call");
        result = runtime.Server.Events.CallExport(runtime, _resourceName, binder.Name, args ?? []);
        return true;
    }
}
