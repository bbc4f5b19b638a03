using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Benchmarks;

/// <summary>How BenchmarkDotNet runs here: in this process, since the stand-in server lives on the thread that made it.</summary>
internal static class BenchmarkConfig
{
    // Few ticks: an answer that is held back counts as lost after ten seconds, and then something is due.
    public static IConfig Ticks { get; } = Config(Job.Default
        .WithInvocationCount(16_384)
        .WithWarmupCount(4)
        .WithIterationCount(8));

    private static ManualConfig Config(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job.WithToolchain(InProcessNoEmitToolchain.DontLogOutput))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(NullLogger.Instance)
        .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator);
}
