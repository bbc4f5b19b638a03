using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Wires the parts of the delivery and takes up what was pending before the restart.</summary>
internal static class DeliveryLine
{
    /// <param name="http">The server's HTTP client.</param>
    /// <param name="keyValues">The server's store.</param>
    /// <param name="accounts">The account in use.</param>
    /// <param name="endpoints">What to send to, in order.</param>
    /// <param name="announcer">Tells of outcomes.</param>
    /// <param name="limits">How much, how long, how fast.</param>
    /// <param name="clock">The time.</param>
    /// <param name="random">Numbers from 0 up to 1, for the jitter of retries.</param>
    /// <param name="log">The log.</param>
    public static Dispatcher Build(
        IHttpTransport http,
        IKeyValueStore keyValues,
        AccountDesk accounts,
        IReadOnlyList<ICadEndpoint> endpoints,
        OutcomeAnnouncer announcer,
        DeliveryLimits limits,
        IClock clock,
        Func<double> random,
        ILog log)
    {
        var store = new OutboxStore(keyValues);
        var outbox = new Outbox(store, limits);
        var ring = new EndpointRing(endpoints);
        var endpointDesk = new EndpointDesk(ring, store, log);
        var schedule = new RetrySchedule(random);
        var sendLimits = new SendLimits(store, limits);

        endpointDesk.Restore();
        sendLimits.Restore(clock.Elapsed, clock.UtcNow);
        Report(outbox.Restore(clock.Elapsed, clock.UtcNow), outbox.Count, log);

        var sender = new Sender(http, accounts, outbox, store, ring, schedule, sendLimits, log);
        var answers = new AnswerDesk(outbox, accounts, endpointDesk, schedule, announcer, log);
        return new Dispatcher(outbox, store, sender, answers, accounts, announcer, limits, clock);
    }

    private static void Report(IReadOnlyList<string> setAside, int restored, ILog log)
    {
        if (restored > 0)
        {
            log.Write(LogLevel.Info, new Phrase("log.restored").With("count", restored));
        }

        if (setAside.Count > 0)
        {
            log.Write(
                LogLevel.Warn,
                new Phrase("log.set_aside")
                    .With("count", setAside.Count)
                    .With("keys", SafeText.Clean(string.Join(", ", setAside), SafeText.CadTextLength)));
        }
    }
}
