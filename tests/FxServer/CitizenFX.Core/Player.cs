using System;
using FxServer;

namespace CitizenFX.Core;

/// <summary>A connected client by its server id. It has no state: each property asks the server.</summary>
public class Player
{
    private const string ClientPrefix = "net:";
    private const string ServerPrefix = "internal-net:";

    internal Player(string sourceString) => Handle = WithoutPrefix(sourceString);

    public string Handle { get; }

    public string? Name => Find("Player.Name")?.Name;

    public int Ping => Find("Player.Ping") is null ? -1 : 0;

    public int LastMsg => Find("Player.LastMsg") is null ? -1 : 0;

    public string EndPoint => Find("Player.EndPoint") is null ? "" : "127.0.0.1";

    public IdentifierCollection Identifiers => new IdentifierCollection(this);

    public static bool operator ==(Player? left, Player? right) => Equals(left, right);

    public static bool operator !=(Player? left, Player? right) => !Equals(left, right);

    public void Drop(string reason) => Find("Player.Drop")?.Disconnect(reason);

    public void TriggerEvent(string eventName, params object?[] args) =>
        BaseScript.TriggerClientEvent(this, eventName, args);

    public void TriggerLatentEvent(string eventName, int bytesPerSecond, params object?[] args) =>
        BaseScript.TriggerLatentClientEvent(this, eventName, bytesPerSecond, args);

    public override bool Equals(object? obj) => obj is Player other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Handle);

    protected bool Equals(Player? other) => other is not null && Handle == other.Handle;

    internal static Player Of(FxPlayer player) => new Player(player.Handle);

    private static string WithoutPrefix(string source)
    {
        if (source.StartsWith(ServerPrefix, StringComparison.Ordinal))
        {
            return source.Substring(ServerPrefix.Length);
        }

        return source.StartsWith(ClientPrefix, StringComparison.Ordinal) ? source.Substring(ClientPrefix.Length) : source;
    }

    private FxPlayer? Find(string call) => ScriptScope.Require(call).Server.FindPlayer(Handle);
}
