using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Commands;

/// <summary>The status as a table for other resources, which rely on its names.</summary>
internal sealed class StatusTable(
    DeliveryStatusReader reader, AccountProvider accounts, Localizer localizer, SecretRedactor secrets, ResourceInfo resource)
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Returns the table. Values that don't apply, such as the last error before any, are null. Times are whole seconds.</summary>
    public IDictionary<string, object?> Read()
    {
        var isConfigured = accounts.GetCurrent(out var accountError) is not null;
        var status = reader.Read();
        var lastError = status.LastError;
        return new Dictionary<string, object?>
        {
            ["version"] = resource.Version,
            ["uptime"] = Seconds(status.Uptime),
            ["configured"] = isConfigured,
            ["problem"] = accountError?.Code,
            ["api"] = status.Api,
            ["apiWorks"] = status.HasWorked,
            ["circuitOpen"] = status.CircuitOpenFor.HasValue,
            ["circuitOpenFor"] = Seconds(status.CircuitOpenFor),
            ["waiting"] = status.Waiting,
            ["underWay"] = status.InFlight,
            ["oldest"] = Seconds(status.OldestAge),
            ["nextSendIn"] = Seconds(status.NextSendIn),
            ["requestsPerMinute"] = status.Share ?? status.RequestsPerMinute,
            ["accepted"] = status.Accepted,
            ["cleared"] = status.Cleared,
            ["failed"] = status.Failed,
            ["requests"] = status.Requests,
            ["lastError"] = lastError?.Code,
            ["lastErrorMessage"] = lastError is null ? null : secrets.Redact(localizer.Format(lastError.Message)),
            ["lastErrorAt"] = lastError is null ? null : (object)(long)(status.LastErrorUtc - Epoch).TotalSeconds,
        };
    }

    private static int? Seconds(TimeSpan? time) => time is { } known ? (int)Math.Ceiling(known.TotalSeconds) : null;
}
