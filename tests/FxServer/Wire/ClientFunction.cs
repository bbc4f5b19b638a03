using System.Threading.Tasks;

namespace FxServer;

/// <summary>The target of a <c>NetworkCallbackDelegate</c>: a client's function. Calling it sends that client an event.</summary>
internal sealed class ClientFunction
{
    private readonly GameServer _server;
    private readonly IFunctionOwner _holder;
    private readonly string _player;
    private readonly string _id;

    public ClientFunction(GameServer server, IFunctionOwner holder, string player, string id)
    {
        _server = server;
        _holder = holder;
        _player = player;
        _id = id;
    }

    /// <summary>Never completes: the stand-in's clients don't respond.</summary>
    public Task<object?> Invoke(params object?[] args)
    {
        _server.RequireMainThread("NetworkCallbackDelegate");
        _server.Events.SendToClient(_holder, _player, "__cfx_rpcReq", [_id, args]);
        return new TaskCompletionSource<object?>().Task;
    }
}
