using System;
using System.Linq;
using Benchmarks.SharedKey;

namespace Benchmarks.Naive;

/// <summary>
/// One request for each call, at once, and two retries after a 429, as in the vendor's SDKs. Nobody waits for the outcome, so
/// a call that is refused three times stays open.
/// </summary>
internal sealed class NaiveClient(VirtualNetwork network, VirtualKey key, Random random)
{
    private const int Retries = 2;

    public int Requests { get; private set; }

    public int Refused { get; private set; }

    public int Cleared { get; private set; }

    public TimeSpan ClearedAt { get; private set; }

    public void Clear(int calls)
    {
        foreach (var _ in Enumerable.Range(0, calls))
        {
            Send(Retries);
        }
    }

    private void Send(int retriesLeft) => network.At(network.Now + HalfWay(), () =>
    {
        Requests++;
        if (key.TryTake(network.Now))
        {
            Cleared++;
            ClearedAt = network.Now;
            return;
        }

        Refused++;
        if (retriesLeft > 0)
        {
            // The response takes as long back, and names the time until the limit has room again.
            network.At(network.Now + HalfWay() + key.RetryAfter(network.Now), () => Send(retriesLeft - 1));
        }
    });

    private TimeSpan HalfWay() => TimeSpan.FromSeconds(0.05 + (0.05 * random.NextDouble()));
}
