using System;
using System.Collections.Generic;
using System.Linq;
using NLua;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Documents.Snippets;

/// <summary>Runs Lua with those functions of the server's runtime that the snippets use.</summary>
internal sealed class LuaSnippetHost : SnippetHost
{
    // Errors are raised in Lua: an exception must not cross its native frames.
    private const string Prelude = """
        print = function(text) host:Print(tostring(text)) end
        TriggerEvent = function(name, ...) host:TriggerEvent(name, { ... }) end
        AddEventHandler = function(name, handler) host:AddEventHandler(name, handler) end
        GetResourceState = function(resource) return host:GetResourceState(resource) end
        exports = setmetatable({}, { __index = function(_, resource)
            return setmetatable({}, { __index = function(_, name)
                return function(_, ...)
                    local failure, result = host:CallExport(resource, name, { ... })
                    if failure then error(failure, 2) end
                    return result
                end
            end })
        end })
        """;

    private readonly Lua _lua = new();
    private readonly List<string> _output = [];

    public LuaSnippetHost(ServerRig rig)
        : base(rig)
    {
        _lua["host"] = new Functions(this);
        _lua.DoString(Prelude);
    }

    public override IReadOnlyList<string> Output => _output;

    protected override string Language => "lua";

    public override void Dispose() => _lua.Dispose();

    protected override void RunCode(string code) => _lua.DoString(code);

    private object? ToNet(object? value) => value switch
    {
        LuaFunction function => new Func<object?[], object?>(args => function.Call([.. args.Select(ToLua)]).FirstOrDefault()),
        LuaTable table when table.Keys.Cast<object>().All(key => key is long) => table.Values.Cast<object?>().Select(ToNet).ToList(),
        LuaTable table => table.Keys.Cast<object>().ToDictionary(key => $"{key}", key => ToNet(table[key])),
        _ => value,
    };

    private object? ToLua(object? value)
    {
        if (value is not (IDictionary<string, object?> or IList<object?>))
        {
            return value;
        }

        var table = (LuaTable)_lua.DoString("return {}")[0];
        if (value is IDictionary<string, object?> map)
        {
            map.ToList().ForEach(pair => table[pair.Key] = ToLua(pair.Value));
        }
        else
        {
            ((IList<object?>)value).Index().ToList().ForEach(item => table[item.Index + 1] = ToLua(item.Item));
        }

        return table;
    }

    private sealed class Functions(LuaSnippetHost host)
    {
        public void Print(string text) => host._output.Add(text);

        public void TriggerEvent(string name, LuaTable args) => host.Rig.OtherResource.TriggerEvent(name, Unpack(args));

        public void AddEventHandler(string name, LuaFunction handler) =>
            host.Rig.OtherResource.On(name, args => handler.Call([.. args.Select(host.ToLua)]));

        public string GetResourceState(string resource) => host.StateOf(resource);

        public string? CallExport(string resource, string name, LuaTable args, out object? result)
        {
            result = null;
            try
            {
                result = host.ToLua(host.Rig.OtherResource.CallExport(resource, name, Unpack(args)));
                return null;
            }
            catch (InvalidOperationException failure)
            {
                return failure.Message;
            }
        }

        private object?[] Unpack(LuaTable args) => [.. args.Values.Cast<object?>().Select(host.ToNet)];
    }
}
