namespace SonoranCad.Remove911.Abstractions;

/// <summary>Time as an input.</summary>
internal interface IClock
{
    /// <summary>Time since the resource started; it never jumps.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>The date and time, for values that must survive a restart; it may jump.</summary>
    DateTime UtcNow { get; }
}

/// <summary>The server's configuration variables.</summary>
internal interface IConvars
{
    /// <summary>The value of <paramref name="name"/>, or null if it is not set or this resource may not read it.</summary>
    string? Get(string name);
}

/// <summary>The server's key-value store for this resource. It survives restarts and crashes.</summary>
internal interface IKeyValueStore
{
    /// <summary>Writes without waiting for the disk; <see cref="Flush"/> waits for all writes at once.</summary>
    void Set(string key, string value);

    /// <summary>Deletes without waiting for the disk.</summary>
    void Delete(string key);

    string? Get(string key);

    /// <summary>The keys that start with <paramref name="prefix"/>.</summary>
    IReadOnlyList<string> Keys(string prefix);

    /// <summary>Blocks the main thread until the disk is done: call it once per tick at most.</summary>
    void Flush();
}

/// <summary>Files in this resource's folder.</summary>
internal interface IResourceFiles
{
    /// <summary>The text of a file, or null if it does not exist.</summary>
    string? Read(string name);
}

/// <summary>Files in this resource's folder that only grow.</summary>
internal interface IAppendOnlyFiles
{
    /// <summary>Appends whole lines to a file, which is created with its folder if necessary. Blocks until the disk is done: once per tick at most.</summary>
    /// <exception cref="System.IO.IOException">The disk is full, the file is locked, or the folder is missing.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The server may not write there.</exception>
    void Append(string name, string lines);
}

/// <summary>The server console.</summary>
internal interface IServerConsole
{
    /// <summary>Prints one line. Never call it while a player's command runs: the server mirrors the line to that player.</summary>
    void WriteLine(string line);
}

/// <summary>Events for the other resources of this server.</summary>
internal interface ILocalEvents
{
    /// <summary>Raises an event; dictionaries arrive as tables. Handlers run within the call, which may throw.</summary>
    void Raise(string eventName, params object[] args);
}

/// <summary>Events for the game clients of the players.</summary>
internal interface IClientEvents
{
    /// <summary>Sends an event to a player's client, unless the player has left; dictionaries arrive as tables.</summary>
    void Send(int source, string eventName, params object[] args);
}

/// <summary>Shows text to players.</summary>
internal interface IPlayerMessenger
{
    /// <summary>Shows a message as a notification or in the chat. Does nothing if the player (a server id) has left.</summary>
    void Show(int source, Phrase message, Tone tone);
}

/// <summary>The resources of this server.</summary>
internal interface IResourceStates
{
    /// <summary>The server's word: missing, stopped, starting, started, stopping, uninitialized or unknown.</summary>
    string GetState(string resource);

    /// <summary>The version in the resource's manifest, or empty if it names none.</summary>
    string GetVersion(string resource);
}

/// <summary>This resource: the name of its folder, which owners may change, and its version, such as <c>1.2.3</c>.</summary>
internal sealed record ResourceInfo(string Name, string Version);

/// <summary>The exports of the other resources on this server.</summary>
internal interface IResourceExports
{
    /// <summary>
    /// Finds an export without arguments; null if there is none. Calling it runs the other resource's code, and fails once that
    /// has stopped. Keep the function: the server frees each on a thread of its own, which may damage strings of the main thread.
    /// </summary>
    Func<object?>? Find(string resource, string export);
}
