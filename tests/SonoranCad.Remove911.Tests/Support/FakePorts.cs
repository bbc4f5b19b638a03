using System;
using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The ports of a server, played by the test.</summary>
internal sealed class FakePorts
{
    private readonly Mock<IResourceFiles> _files = new();
    private readonly Mock<IConvars> _convars = new();
    private readonly Mock<IResourceExports> _exports = new();
    private readonly Mock<IServerConsole> _console = new();

    /// <param name="transport">Receives the requests.</param>
    /// <param name="localEvents">Receives events for other resources. Default: discards them.</param>
    public FakePorts(IHttpTransport transport, ILocalEvents? localEvents = null)
    {
        _files.Setup(files => files.Read("config.json")).Callback(() => ConfigReads++).Returns(() => Config);
        _convars.Setup(convars => convars.Get(It.IsAny<string>())).Returns((string name) => Convars.GetValueOrDefault(name, string.Empty));
        _exports.Setup(exports => exports.Find("sonorancad", "GetEmergencyCache")).Returns(() => VendorExport);
        _console.Setup(console => console.WriteLine(Capture.In(ConsoleLines)));
        Ports = new ServerPorts
        {
            Resource = new ResourceInfo("sonorancad-remove911", "1.0.0"),
            Clock = Clock,
            Random = () => Jitter(),
            Console = _console.Object,
            Convars = _convars.Object,
            Files = _files.Object,
            AuditFiles = new FakeFiles(),
            Store = Store,
            Transport = transport,
            LocalEvents = localEvents ?? Mock.Of<ILocalEvents>(),
            ClientEvents = new FakeClientEvents(),
            ResourceStates = Resources,
            Exports = _exports.Object,
            Players = Players.Object,
        };
    }

    public ServerPorts Ports { get; }

    public FakeClock Clock { get; } = new();

    public FakeStore Store { get; } = new();

    public FakeResources Resources { get; } = new();

    /// <summary>The export of the vendor's resource that returns its calls.</summary>
    public Func<object?>? VendorExport { get; set; }

    public Mock<IPlayerDirectory> Players { get; } = new();

    /// <summary>The convars that are set.</summary>
    public Dictionary<string, string> Convars { get; } = [];

    public Func<double> Jitter { get; set; } = () => 1;

    /// <summary>The content of config.json.</summary>
    public string Config { get; set; } = """{ "communityId": "c", "apiKey": "key-1", "serverId": 1 }""";

    /// <summary>How often config.json was read.</summary>
    public int ConfigReads { get; private set; }

    public List<string> ConsoleLines { get; } = [];
}
