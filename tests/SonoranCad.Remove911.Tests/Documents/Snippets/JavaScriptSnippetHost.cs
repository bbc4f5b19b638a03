using System;
using System.Collections.Generic;
using System.Linq;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Json;
using Newtonsoft.Json;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Documents.Snippets;

/// <summary>Runs JavaScript with those functions of the server's runtime that the snippets use.</summary>
internal sealed class JavaScriptSnippetHost : SnippetHost
{
    private const string Prelude = """
        const console = { log: (text) => host.print(String(text)) };
        const emit = (name, ...args) => host.emit(name, args);
        const on = (name, handler) => host.on(name, handler);
        const GetResourceState = (resource) => host.getResourceState(resource);
        const exports = new Proxy({}, {
            get: (_, resource) => new Proxy({}, { get: (_, name) => (...args) => host.callExport(resource, name, args) }),
        });
        """;

    private readonly Engine _engine = new(options => options.CatchClrExceptions());
    private readonly List<string> _output = [];

    public JavaScriptSnippetHost(ServerRig rig)
        : base(rig)
    {
        _engine.SetValue("host", new
        {
            print = new Action<string>(_output.Add),
            emit = new Action<string, JsArray>((name, args) => Rig.OtherResource.TriggerEvent(name, Unpack(args))),
            on = new Action<string, Function>((name, handler) => Rig.OtherResource.On(name, args => Call(handler, args))),
            getResourceState = new Func<string, string>(StateOf),
            callExport = new Func<string, string, JsArray, JsValue>(
                (resource, name, args) => ToScript(Rig.OtherResource.CallExport(resource, name, Unpack(args)))),
        });
        _engine.Execute(Prelude);
    }

    public override IReadOnlyList<string> Output => _output;

    protected override string Language => "js";

    public override void Dispose() => _engine.Dispose();

    protected override void RunCode(string code) => _engine.Execute(code);

    private object? Call(Function function, object?[] args) => ToNet(_engine.Invoke(function, [.. args.Select(ToScript)]));

    private object?[] Unpack(JsArray args) => [.. args.Select(ToNet)];

    private object? ToNet(JsValue value) => value switch
    {
        Function function => new Func<object?[], object?>(args => Call(function, args)),
        JsArray list => list.Select(ToNet).ToList(),
        _ when value.IsNumber() && double.IsInteger(value.AsNumber()) => (long)value.AsNumber(),
        _ => value.ToObject(),
    };

    // This resource never passes a function, so JSON can carry everything it passes.
    private JsValue ToScript(object? value) => new JsonParser(_engine).Parse(JsonConvert.SerializeObject(value));
}
