using System;
using System.Collections.Generic;
using FxServer;

namespace CitizenFX.Core.Native;

/// <summary>The server's natives that a resource like ours may call.</summary>
public static class API
{
    public static void RegisterCommand(string commandName, InputArgument handler, bool restricted)
    {
        var runtime = ScriptScope.Require();
        runtime.Server.Commands.Register(runtime, commandName, handler.AsFunction(), restricted);
    }

    public static void ExecuteCommand(string commandString)
    {
        var runtime = ScriptScope.Require();
        runtime.Server.Commands.Run(commandString, player: null, invoker: runtime.Name);
    }

    /// <summary>A list of maps with name, resource and arity.</summary>
    public static object GetRegisteredCommands()
    {
        var runtime = ScriptScope.Require();
        return runtime.Server.Wire.Copy(runtime.Server.Commands.Describe(), runtime)!;
    }

    public static bool IsPlayerAceAllowed(string playerSrc, string _object)
    {
        var server = ScriptScope.Require().Server;
        return server.FindPlayer(playerSrc) is { } player && server.Aces.IsPlayerAllowed(player, _object);
    }

    public static bool IsPrincipalAceAllowed(string principal, string _object) =>
        ScriptScope.Require().Server.Aces.IsAllowed(principal, _object);

    public static bool IsAceAllowed(string _object)
    {
        var runtime = ScriptScope.Require();
        return runtime.Server.Aces.IsAllowed("resource." + runtime.Name, _object);
    }

    public static string GetCurrentResourceName() => ScriptScope.Require().Name;

    /// <summary>The resource whose call or event is being handled; null for the server, a client or a tick.</summary>
    public static string? GetInvokingResource()
    {
        ScriptScope.Require();
        return ScriptScope.Invoker;
    }

    public static string? GetResourcePath(string resourceName) => ScriptScope.Require().Server.Resources.FolderOf(resourceName);

    public static string GetResourceState(string resourceName) => ScriptScope.Require().Server.Resources.StateOf(resourceName);

    public static string? GetResourceMetadata(string resourceName, string metadataKey, int index)
    {
        var values = ScriptScope.Require().Server.Resources.MetadataOf(resourceName, metadataKey);
        return index >= 0 && index < values.Count ? values[index] : null;
    }

    public static int GetNumResourceMetadata(string resourceName, string metadataKey) =>
        ScriptScope.Require().Server.Resources.MetadataOf(resourceName, metadataKey).Count;

    public static string? LoadResourceFile(string resourceName, string fileName) =>
        ResourceFiles.Load(ScriptScope.Require().Server.Resources.FolderOf(resourceName), fileName);

    public static bool SaveResourceFile(string resourceName, string fileName, string data, int dataLength) =>
        ResourceFiles.Save(ScriptScope.Require().Server.Resources.FolderOf(resourceName), fileName, data, dataLength);

    public static string GetConvar(string varName, string default_)
    {
        var runtime = ScriptScope.Require();
        return runtime.Server.Convars.Read(runtime.Name, varName, default_);
    }

    public static int GetConvarInt(string varName, int default_)
    {
        var runtime = ScriptScope.Require();
        return runtime.Server.Convars.ReadInt(runtime.Name, varName, default_);
    }

    public static int AddConvarChangeListener(string conVarFilter, InputArgument handler)
    {
        var runtime = ScriptScope.Require();
        return runtime.Server.Convars.Listen(runtime, conVarFilter, handler.AsFunction());
    }

    public static string? GetPlayerName(string playerSrc) => ScriptScope.Require().Server.FindPlayer(playerSrc)?.Name;

    public static string? GetPlayerIdentifierByType(string playerSrc, string identifierType)
    {
        var identifiers = ScriptScope.Require().Server.FindPlayer(playerSrc)?.Identifiers ?? [];
        foreach (var identifier in identifiers)
        {
            if (identifier.StartsWith(identifierType + ":", StringComparison.Ordinal))
            {
                return identifier;
            }
        }

        return null;
    }

    public static int GetNumPlayerIndices() => ScriptScope.Require().Server.Players.Count;

    public static string? GetPlayerFromIndex(int index)
    {
        var players = ScriptScope.Require().Server.Players;
        return index >= 0 && index < players.Count ? Player.Of(players[index]).Handle : null;
    }

    public static bool DoesPlayerExist(string playerSrc) => ScriptScope.Require().Server.FindPlayer(playerSrc) is not null;

    /// <summary>
    /// Like <see cref="PerformHttpRequestInternalEx"/> with JSON, which C# resources don't use: not implemented.
    /// </summary>
    public static int PerformHttpRequestInternal(string requestData, int requestDataLength)
    {
        ScriptScope.Require();
        throw new NotSupportedException("Use PerformHttpRequestInternalEx.");
    }

    /// <summary>
    /// Sends the request in the map (url, method, data, headers, followLocation). Returns the token of its response, or -1 if
    /// it was not sent.
    /// </summary>
    public static int PerformHttpRequestInternalEx(object requestData)
    {
        var runtime = ScriptScope.Require();
        runtime.Server.NativeFaults.Enter(nameof(PerformHttpRequestInternalEx), requestData);
        var map = runtime.Server.Wire.Copy(requestData, runtime) as IDictionary<string, object?>;
        return map is null ? -1 : runtime.Server.Http.Send(runtime, map);
    }

    public static void RegisterResourceAsEventHandler(string eventName) => ScriptScope.Require().RegisterForEvent(eventName);

    public static void SetResourceKvp(string key, string _value) => Store().Put(Pass(key), Pass(_value), sync: true);

    public static void SetResourceKvpNoSync(string key, string _value) => Store().Put(Pass(key), Pass(_value), sync: false);

    public static string? GetResourceKvpString(string key) => Store().Get(Pass(key));

    public static void DeleteResourceKvp(string key) => Store().Delete(Pass(key), sync: true);

    public static void DeleteResourceKvpNoSync(string key) => Store().Delete(Pass(key), sync: false);

    public static void FlushResourceKvp() => Store().Sync();

    public static int StartFindKvp(string prefix)
    {
        var keys = Store().Keys(Pass(prefix));
        return ScriptScope.Require().KvpSearches.Start(keys);
    }

    public static string? FindKvp(int handle)
    {
        var runtime = ScriptScope.Require();
        runtime.Server.NativeFaults.Enter(nameof(FindKvp), handle);
        return runtime.KvpSearches.Next(handle);
    }

    public static void EndFindKvp(int handle) => ScriptScope.Require().KvpSearches.End(handle);

    /// <summary>Not needed: the stand-in ticks every resource in every tick.</summary>
    public static void ScheduleResourceTick(string resourceName) => ScriptScope.Require();

    private static KvpStore Store([System.Runtime.CompilerServices.CallerMemberName] string native = "")
    {
        var runtime = ScriptScope.Require(native);
        runtime.Server.NativeFaults.Enter(native);
        return runtime.Server.Kvp.Open(runtime.Name);
    }

    private static string Pass(string text) => ScriptScope.Require().Server.NativeFaults.Pass(text);
}
