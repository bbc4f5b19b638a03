using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>An endpoint selector with a store that survives its restarts.</summary>
public abstract class EndpointSelectorTestBase
{
    private protected static readonly CadAccount Account = new("https://cad.example", "c", "key", 1);

    protected EndpointSelectorTestBase() => Start(ApiMode.Auto);

    private protected EndpointSelector Endpoints { get; private set; } = null!;

    private protected FakeStore Stored { get; } = new();

    private protected List<string> Log { get; } = [];

    private protected string Current => Endpoints.Current.Name;

    private protected static IReadOnlyList<RemovalEndpoint> Create(ApiMode api) => RemovalEndpoint.CreateAll(api, "1.0.0", 50, new SecretRedactor());

    private protected void Start(ApiMode api)
    {
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>()))
            .Callback<LogLevel, Phrase>((level, line) => Log.Add($"{level}: {line.InEnglish()}"));
        var store = new DeliveryStore(new StoreAccess(Stored, new ExceptionGuard(log.Object)), new TickBudget(new FakeClock()));
        Endpoints = new EndpointSelector(Create(api), store, log.Object);
        Endpoints.Restore();
    }

    private protected void Work() => Endpoints.MarkWorking(Endpoints.Current, Account);

    private protected MissingStep Miss() => Endpoints.MarkMissing(Endpoints.Current, Account, CadErrors.EndpointNotFound).Step;
}
