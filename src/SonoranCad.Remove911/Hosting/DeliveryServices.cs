namespace SonoranCad.Remove911.Hosting;

/// <summary>The outbox, and all that sends removals and reports their outcomes.</summary>
internal sealed class DeliveryServices
{
    private readonly CoreServices _core;
    private readonly RetrySchedule _schedule;

    public DeliveryServices(CoreServices core, IOpenCallLookup openCalls, IEnumerable<IOutcomeListener> listeners)
    {
        _core = core;
        var clock = core.Ports.Clock;
        Store = new DeliveryStore(new StoreAccess(core.Ports.Store, core.Guard), core.Budget);
        Outbox = new Outbox(new OutboxStore(Store), core.Settings, openCalls, clock);
        Endpoints = new EndpointSelector(CreateEndpoints(), Store, core.Log);
        Limits = new ApiRateLimits(Store, core.Settings, clock, new FairShareLimits(Store, core.Settings, clock, core.Ports.Random));
        _schedule = new RetrySchedule(core.Ports.Random);
        Restore();

        var circuit = new CircuitBreaker();
        var metrics = new DeliveryMetrics(clock);
        var events = new OutcomeEvents(core.Ports.LocalEvents, core.Localizer);
        Publisher = new OutcomePublisher(Outbox, events, new OutcomeLogger(core.Log, clock), listeners.Append(metrics).ToList(), core.Budget);
        Policy = new SendPolicy(Outbox, Endpoints, Limits, _schedule, circuit, core.Accounts);
        var sender = new BatchSender(core.HttpClient, Outbox, Store, Policy, Publisher, core.Log);
        var retries = new RetryHandler(Outbox, _schedule, circuit, new FailureClassifier(), metrics, core.Log);
        var responses = new ResponseHandler(Outbox, core.Accounts, Endpoints, retries, new BatchSplitter(Outbox.Waiting, metrics), Publisher);
        var notices = new DelayNotices(Outbox, Policy, Publisher, core.Budget);
        Dispatcher = new OutboxDispatcher(Outbox, sender, Policy, responses, notices, Publisher);
        Limits.GetLimiter(ApiVersion.V1).Released += Dispatcher.Wake;
        Limits.GetLimiter(ApiVersion.V2).Released += Dispatcher.Wake;
        Removals = new RemovalService(core.Accounts, Outbox, Dispatcher, notices, Publisher);
        Status = new DeliveryStatus(Outbox, sender, Policy, Endpoints, circuit, metrics);

        var checkClient = new AccountCheckClient(core.HttpClient, Limits, new VersionResponseReader(core.Redactor), clock, core.Ports.Resource);
        var checkLogger = new AccountCheckLogger(core.Settings, core.Log);
        AccountCheck = new AccountCheck(core.Accounts, core.Settings, Endpoints, checkClient, checkLogger, clock);
        AccountCheck.Checked += new V1Verifier(Endpoints, retries, clock).OnChecked;
    }

    public DeliveryStore Store { get; }
    public Outbox Outbox { get; }
    public EndpointSelector Endpoints { get; }
    public ApiRateLimits Limits { get; }
    public SendPolicy Policy { get; }
    public OutcomePublisher Publisher { get; }
    public OutboxDispatcher Dispatcher { get; }
    public RemovalService Removals { get; }
    public DeliveryStatus Status { get; }
    public AccountCheck AccountCheck { get; }

    /// <summary>Applies new settings. A delayed try is due at once, because the owner may have fixed what failed.</summary>
    public void OnSettingsChanged()
    {
        Limits.OnSettingsChanged();
        Endpoints.Reconfigure(CreateEndpoints());
        Outbox.Waiting.RetryNow();
        _schedule.RetryNow(_core.Ports.Clock.Elapsed);
        Dispatcher.Wake();
    }

    private IReadOnlyList<RemovalEndpoint> CreateEndpoints()
    {
        var settings = _core.Settings.Current;
        return RemovalEndpoint.CreateAll(settings.Api, _core.Ports.Resource.Version, settings.MaxBatch, _core.Redactor);
    }

    // The endpoint and the limits come before the outbox, so that its entries go to the endpoint that worked, within the limits.
    private void Restore()
    {
        Endpoints.Restore();
        Limits.Restore();
        var setAside = Outbox.Restore();
        if (Outbox.Count > 0)
            _core.Log.Write(LogLevel.Info, Phrase.OfCount("log.restored", Outbox.Count));

        var keys = TextSanitizer.Clean(string.Join(", ", setAside), TextSanitizer.MaxCadTextLength);
        if (setAside.Count > 0)
            _core.Log.Write(LogLevel.Warn, Phrase.OfCount("log.set_aside", setAside.Count).With("keys", keys));
    }
}
