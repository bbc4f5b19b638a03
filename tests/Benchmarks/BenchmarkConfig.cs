using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Benchmarks;

/// <summary>Runs BenchmarkDotNet in this process, because the stand-in server is bound to the thread that created it.</summary>
internal static class BenchmarkConfig
{
    // Few ticks: after ten seconds a response that is held back times out, and then a removal is due.
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
