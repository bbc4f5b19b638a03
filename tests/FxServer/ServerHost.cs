using System;

namespace FxServer;

/// <summary>The server itself as a caller, for example of command handlers.</summary>
internal sealed class ServerHost : IFunctionOwner
{
    public string Name => "";

    public bool IsAlive => true;

    public object? Call(Delegate function, object?[] args, string? invoker) => ParameterConversion.Invoke(function, "", args);
}
