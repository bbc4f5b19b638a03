namespace Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure, with its unit.</param>
/// <param name="Target">What it should be, or empty.</param>
/// <param name="IsMet">Whether it is.</param>
internal sealed record BenchmarkResult(string What, string Value, string Target, bool IsMet);
