using System;
using System.Collections.Generic;
using CitizenFX.Core;

namespace FxServer;

/// <summary>The pack and unpack step that every argument and result goes through between resources, clients and the server.</summary>
internal sealed class WireFormat
{
    private readonly GameServer _server;

    public WireFormat(GameServer server) => _server = server;

    public FunctionTable Functions { get; } = new FunctionTable();

    public byte[] Pack(object?[] args, IFunctionOwner owner) => Packer.Pack(args, Functions, owner);

    /// <param name="packedArgs">An array of arguments.</param>
    /// <param name="source">The event's; a client's functions answer over the network.</param>
    /// <param name="receiver">Who gets the arguments, and calls the functions among them.</param>
    public object?[] Unpack(byte[] packedArgs, string source, IFunctionOwner receiver)
    {
        var player = source.StartsWith("net:", StringComparison.Ordinal) ? source.Substring("net:".Length) : null;
        var args = Unpacker.Unpack(packedArgs, id => player is null
            ? new CallbackDelegate(new RemoteFunction(_server, receiver, id).Invoke)
            : new NetworkCallbackDelegate(new ClientFunction(_server, receiver, player, id).Invoke));
        return args is List<object?> list ? list.ToArray() : [];
    }

    /// <summary>What is left of a value on the other side.</summary>
    public object? Copy(object? value, IFunctionOwner owner) => Unpack(Pack([value], owner), "", owner)[0];

    /// <summary>Calls a function where it lives, arguments and result packed and unpacked. Throws if its owner is gone.</summary>
    public object? Call(string id, object?[] args, IFunctionOwner caller, string? invoker)
    {
        var (owner, function) = Functions.Find(id);
        var result = owner.Call(function, Unpack(Pack(args, caller), "", owner), invoker);
        return Unpack(Pack([result], owner), "", caller)[0];
    }
}
