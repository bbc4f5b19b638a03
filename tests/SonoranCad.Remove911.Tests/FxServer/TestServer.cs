using System;
using System.IO;
using FxServer;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>A server with a temporary data directory.</summary>
public sealed class TestServer : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fxserver-");

    private readonly IFxClock? _clock;
    private readonly IFxHttpTransport? _transport;

    /// <param name="clock">Default: the machine's clock.</param>
    /// <param name="transport">Default: real sockets.</param>
    public TestServer(IFxClock? clock = null, IFxHttpTransport? transport = null)
    {
        _clock = clock;
        _transport = transport;
        Server = Boot();
    }

    public GameServer Server { get; private set; }

    public string DataDirectory => Path.Combine(_directory.FullName, "data");

    /// <summary>Creates a resource's folder with its manifest.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="manifest">More manifest lines, after the head.</param>
    /// <param name="head">The lines that the server requires of every manifest.</param>
    public string CreateResourceFolder(string name, string manifest, string head = "fx_version 'cerulean'\ngame 'gta5'\n")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_directory.FullName, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "fxmanifest.lua"), head + manifest);
        return folder;
    }

    /// <summary>A new server with the same data.</summary>
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
