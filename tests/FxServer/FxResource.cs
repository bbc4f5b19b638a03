namespace FxServer;

/// <summary>A C# resource that the server has started.</summary>
public sealed class FxResource
{
    internal FxResource(ScriptRuntime runtime, string folder)
    {
        Runtime = runtime;
        Folder = folder;
    }

    public string Name => Runtime.Name;

    /// <summary>Empty for scripts that were started without a folder.</summary>
    public string Folder { get; }

    /// <summary>False after a stop or a kill.</summary>
    public bool IsRunning => Runtime.IsAlive;

    internal ScriptRuntime Runtime { get; }
}
