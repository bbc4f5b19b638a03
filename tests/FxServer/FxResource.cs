namespace FxServer;

/// <summary>A C# resource that the server started.</summary>
public sealed class FxResource
{
    internal FxResource(ScriptRuntime runtime, string folder)
    {
        Runtime = runtime;
        Folder = folder;
    }

    public string Name => Runtime.Name;

    /// <summary>Empty for scripts that were started without one.</summary>
    public string Folder { get; }

    /// <summary>False once it was stopped or killed.</summary>
    public bool IsRunning => Runtime.IsAlive;

    internal ScriptRuntime Runtime { get; }
}
