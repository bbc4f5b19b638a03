using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Audit;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace Benchmarks;

/// <summary>
/// Main-thread time of the audit file: one batch's 50 lines, formatted and appended to a real file in one tick.
/// </summary>
internal sealed class AuditBenchmark : IAppendOnlyFiles, IDisposable
{
    private const int Lines = 50;
    private const int Ticks = 1000;
    private const int WarmUp = 50;

    // A server tick is 20 ms or more; past 150 ms the server warns.
    private static readonly TimeSpan Target = TimeSpan.FromMilliseconds(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("audit-bench-").FullName;

    public static IEnumerable<BenchmarkResult> Run()
    {
        using var figure = new AuditBenchmark();
        var times = figure.Measure();
        var median = times[times.Count / 2];
        var slow = times[times.Count * 99 / 100];
        yield return new BenchmarkResult(
            $"A batch's {Lines} lines of the audit file, formatted and appended in one tick",
            FormattableString.Invariant($"{median.TotalMilliseconds:F2} ms; 99 of 100 under {slow.TotalMilliseconds:F2} ms"),
            FormattableString.Invariant($"under {Target.TotalMilliseconds:F0} ms"),
            median < Target);
    }

    public void Append(string name, string lines) => AppendOnlyFile.Append(Path.Combine(_folder, name), lines);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private List<TimeSpan> Measure()
    {
        var log = new BufferedLog(new CfxServer(), new SecretRedactor(), new Localizer(LocaleFile.BuiltIn));
        var audit = new AuditLog(this, new SettingsMonitor(new SonoranCad.Remove911.Configuration.Settings()), new SystemClock(), log);
        var player = Requester.Player(7, "Jane Doe", "license:0123456789abcdef0123456789abcdef01234567");
        var entries = Enumerable.Range(1, Lines).Select(id => new OutboxEntry(id, null, player, DateTime.UnixEpoch) { Api = "v1", Tries = 1 }).ToList();
        var times = new List<TimeSpan>();
        for (var tick = 0; tick < WarmUp + Ticks; tick++)
        {
            var from = Stopwatch.GetTimestamp();
            entries.ForEach(entry => audit.OnCompleted(entry, null));
            audit.Tick(TimeSpan.FromSeconds(tick));
            times.Add(Stopwatch.GetElapsedTime(from));
        }

        return [.. times.Skip(WarmUp).Order()];
    }
}
