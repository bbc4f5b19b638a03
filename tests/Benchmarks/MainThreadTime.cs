using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>How long a piece of work blocked the main thread: wall-clock time, and the thread's own CPU time.</summary>
/// <remarks>On a busy machine, only the CPU time says what the resource itself used.</remarks>
internal readonly struct MainThreadTime
{
    private const int ThreadCpuClock = 3;

    public MainThreadTime(double milliseconds, double cpuMilliseconds)
    {
        Milliseconds = milliseconds;
        CpuMilliseconds = cpuMilliseconds;
    }

    public double Milliseconds { get; }

    public double CpuMilliseconds { get; }

    public static MainThreadTime Now()
    {
        var time = default(NativeTime);
        var isKnown = Environment.OSVersion.Platform == PlatformID.Unix && GetTime(ThreadCpuClock, ref time) == 0;
        var wall = Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
        return new MainThreadTime(wall, isKnown ? ((long)time.Seconds * 1000.0) + ((long)time.Nanoseconds / 1e6) : wall);
    }

    public static MainThreadTime Median(IReadOnlyCollection<MainThreadTime> times) => new MainThreadTime(
        times.Select(time => time.Milliseconds).OrderBy(value => value).ElementAt(times.Count / 2),
        times.Select(time => time.CpuMilliseconds).OrderBy(value => value).ElementAt(times.Count / 2));

    public static MainThreadTime Parse(string text)
    {
        var words = text.Split(' ');
        return new MainThreadTime(double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    public MainThreadTime Since(MainThreadTime earlier) =>
        new MainThreadTime(Milliseconds - earlier.Milliseconds, CpuMilliseconds - earlier.CpuMilliseconds);

    public MainThreadTime Max(MainThreadTime other) =>
        new MainThreadTime(Math.Max(Milliseconds, other.Milliseconds), Math.Max(CpuMilliseconds, other.CpuMilliseconds));

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:F4} {1:F4}", Milliseconds, CpuMilliseconds);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, ref NativeTime time);

    [StructLayout(LayoutKind.Sequential)]
    private struct NativeTime
    {
        public IntPtr Seconds;

        public IntPtr Nanoseconds;
    }
}
