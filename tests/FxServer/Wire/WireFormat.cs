using System;
using System.Collections.Generic;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Serializes the arguments and results that resources, clients and the server exchange.</summary>
internal sealed class WireFormat
{
    private readonly GameServer _server;

    public WireFormat(GameServer server) => _server = server;

    public FunctionTable Functions { get; } = new FunctionTable();

    public byte[] Pack(object?[] args, IFunctionOwner owner) => Packer.Pack(args, Functions, owner);

    /// <param name="packedArgs">An array of arguments.</param>
    /// <param name="source">The event's source: a client's functions are called over the network.</param>
    /// <param name="receiver">The owner that gets the arguments and calls the functions among them.</param>
    public object?[] Unpack(byte[] packedArgs, string source, IFunctionOwner receiver)
    {
        var player = source.StartsWith("net:", StringComparison.Ordinal) ? source.Substring("net:".Length) : null;
        var args = Unpacker.Unpack(packedArgs, id => player is null
            ? new CallbackDelegate(new RemoteFunction(_server, receiver, id).Invoke)
            : new NetworkCallbackDelegate(new ClientFunction(_server, receiver, player, id).Invoke));
        return args is List<object?> list ? list.ToArray() : [];
    }

    /// <summary>The value as the other side receives it.</summary>
    public object? Copy(object? value, IFunctionOwner owner) => Unpack(Pack([value], owner), "", owner)[0];

    /// <summary>Calls a function in its owner, with arguments and result serialized. Throws if the owner has ended.</summary>
    public object? Call(string id, object?[] args, IFunctionOwner caller, string? invoker)
    {
        var (owner, function) = Functions.Find(id);
        var result = owner.Call(function, Unpack(Pack(args, caller), "", owner), invoker);
        return Unpack(Pack([result], owner), "", caller)[0];
    }
}
