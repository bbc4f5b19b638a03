namespace FxServer;

/// <summary>The target of a <c>CallbackDelegate</c>: another resource's function, as one receiver holds it.</summary>
internal sealed class RemoteFunction
{
    private readonly GameServer _server;
    private readonly IFunctionOwner _holder;
    private readonly string _id;

    public RemoteFunction(GameServer server, IFunctionOwner holder, string id)
    {
        _server = server;
        _holder = holder;
        _id = id;
    }

    public object? Invoke(params object?[] args)
    {
        _server.RequireMainThread("CallbackDelegate");
        return _server.Wire.Call(_id, args, _holder, invoker: _holder.Name.Length > 0 ? _holder.Name : null);
    }
}
