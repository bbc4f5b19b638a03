namespace Benchmarks;

/// <summary>One row of the table.</summary>
internal sealed record BenchmarkResult(string What, string Value, string Target, bool IsMet);
