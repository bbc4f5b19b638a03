using System;

namespace FxServer;

/// <summary>Who hands out function references, and runs them when they are called.</summary>
internal interface IFunctionOwner
{
    string Name { get; }

    /// <summary>False once it was stopped: its references can no longer be called.</summary>
    bool IsAlive { get; }

    /// <param name="function">One of the owner's own functions.</param>
    /// <param name="args">Already unpacked on the owner's side.</param>
    /// <param name="invoker">The calling resource; null when it is the server or a client.</param>
    object? Call(Delegate function, object?[] args, string? invoker);
}
