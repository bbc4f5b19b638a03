using System;
using System.IO;
using FxServer;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>A server with a data directory of its own.</summary>
public sealed class TestServer : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fxserver-");

    private readonly IFxClock? _clock;
    private readonly IFxHttpTransport? _transport;

    /// <param name="clock">The machine's unless given.</param>
    /// <param name="transport">Real sockets unless given.</param>
    public TestServer(IFxClock? clock = null, IFxHttpTransport? transport = null)
    {
        _clock = clock;
        _transport = transport;
        Server = Boot();
    }

    public GameServer Server { get; private set; }

    public string DataDirectory => Path.Combine(_directory.FullName, "data");

    /// <summary>A folder for a resource, with the manifest.</summary>
    /// <param name="name">The folder's.</param>
    /// <param name="manifest">What it says beyond the head.</param>
    /// <param name="head">What the server asks of every manifest.</param>
    public string CreateResourceFolder(string name, string manifest, string head = "fx_version 'cerulean'\ngame 'gta5'\n")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_directory.FullName, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "fxmanifest.lua"), head + manifest);
        return folder;
    }

    /// <summary>The same data under a new server.</summary>
    public void Restart()
    {
        Server.Dispose();
        Server = Boot();
    }

    public void Dispose()
    {
        Server.Dispose();
        _directory.Delete(recursive: true);
    }

    private GameServer Boot() => new(DataDirectory, clock: _clock, transport: _transport);
}
