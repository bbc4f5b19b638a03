using System;
using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Prints a line for each step, so that a long run doesn't look stuck.</summary>
internal static class Progress
{
    private static readonly Stopwatch Clock = Stopwatch.StartNew();

    public static void Report(string what) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0,5:F0} s  {1}", Clock.Elapsed.TotalSeconds, what));
}
