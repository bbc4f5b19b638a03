using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Documents.Snippets;

/// <summary>Runs a snippet in its language, as a resource on the stand-in server would.</summary>
internal abstract class SnippetHost(ServerRig rig) : IDisposable
{
    protected ServerRig Rig { get; } = rig;

    /// <summary>What the snippet printed.</summary>
    public abstract IReadOnlyList<string> Output { get; }

    public static SnippetHost For(string language, ServerRig rig) => language switch
    {
        "lua" => new LuaSnippetHost(rig),
        "js" => new JavaScriptSnippetHost(rig),
        _ => new CSharpSnippetHost(rig),
    };

    /// <summary>Runs the file of docs/snippets/ with the name and the host's language.</summary>
    public void Run(string name) => RunCode(Repository.Text(Snippet.Path(name, Language)));

    public abstract void Dispose();

    protected abstract string Language { get; }

    protected abstract void RunCode(string code);

    /// <summary>The state of a resource, as the server's Lua and JavaScript runtimes report it.</summary>
    protected string StateOf(string resource) => Rig.Server.IsRunning(resource) ? "started" : "missing";
}
