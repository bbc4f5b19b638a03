using System;

namespace FxServer;

/// <summary>Hands out function references, and runs them when they are called.</summary>
internal interface IFunctionOwner
{
    string Name { get; }

    /// <summary>False after a stop, when its references can no longer be called.</summary>
    bool IsAlive { get; }

    /// <param name="function">One of the owner's functions.</param>
    /// <param name="args">Deserialized for the owner.</param>
    /// <param name="invoker">The calling resource; null for the server or a client.</param>
    object? Call(Delegate function, object?[] args, string? invoker);
}
