using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using FxServer;

namespace Benchmarks;

/// <summary>
/// Alternates the empty command with ours and times each from the console to the handler's return. Ours accepts a new call each
/// time, with its write to the key-value store; the tick that sends it is not timed. Alternating spreads the machine's other
/// load over both. MonoHost runs it too.
/// </summary>
internal sealed class CommandRounds
{
    /// <summary>The outbox's default capacity.</summary>
    public const int CommandsARound = 1_000;

    public const string ClearCommand = "clear911";

    private readonly List<double> _empty = new List<double>();
    private readonly List<double> _clear = new List<double>();
    private readonly List<double> _ratios = new List<double>();
    private readonly GameServer _server;
    private int _lastId;

    public CommandRounds(GameServer server) => _server = server;

    /// <summary>Microseconds for one empty command: the median of the rounds.</summary>
    public double Empty => Median(_empty);

    /// <summary>Microseconds for one of our commands: the median of the rounds.</summary>
    public double Clear => Median(_clear);

    /// <summary>Our time divided by the empty command's: the median of the rounds.</summary>
    public double Ratio => Median(_ratios);

    /// <param name="warmUp">Rounds that don't count, until the JIT has optimized all code.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="afterRound">Completes what the round left pending.</param>
    public void Run(int warmUp, int rounds, Action afterRound)
    {
        for (var round = 0; round < warmUp + rounds; round++)
        {
            var empty = Time(EmptyScript.Command);
            var clear = Time(ClearCommand);
            if (round >= warmUp)
            {
                _empty.Add(empty);
                _clear.Add(clear);
                _ratios.Add(clear / empty);
            }

            afterRound();
        }
    }

    /// <summary>
    /// Creates a round's lines, each with a new call id, before the measurement: a real server gets them from outside.
    /// </summary>
    public string[] Lines(string command)
    {
        var lines = new string[CommandsARound];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = command + " " + (++_lastId).ToString(CultureInfo.InvariantCulture);
        }

        return lines;
    }

    public void Type(string[] lines)
    {
        foreach (var line in lines)
        {
            _server.ConsoleCommand(line);
        }
    }

    private double Time(string command)
    {
        var lines = Lines(command);
        var watch = Stopwatch.StartNew();
        Type(lines);
        return watch.Elapsed.TotalMilliseconds * 1000 / lines.Length;
    }

    private static double Median(List<double> values)
    {
        var sorted = new List<double>(values);
        sorted.Sort();
        return sorted[sorted.Count / 2];
    }
}
