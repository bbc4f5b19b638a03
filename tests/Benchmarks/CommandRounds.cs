using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using FxServer;

namespace Benchmarks;

/// <summary>
/// The empty command and ours by turns, from the console to the handler's return. Ours takes a new call on each time, with its
/// write to the key-value store, as in earnest; the tick that sends it is not part of the command. By turns, since what else the
/// machine does weighs on one as on the other then. MonoHost runs it too.
/// </summary>
internal sealed class CommandRounds
{
    /// <summary>As many as the outbox holds unless its owner says otherwise.</summary>
    public const int CommandsARound = 1_000;

    public const string ClearCommand = "clear911";

    private readonly List<double> _empty = new List<double>();
    private readonly List<double> _clear = new List<double>();
    private readonly List<double> _ratios = new List<double>();
    private readonly GameServer _server;
    private int _lastId;

    public CommandRounds(GameServer server) => _server = server;

    /// <summary>Microseconds for one empty command, the median of the rounds.</summary>
    public double Empty => Median(_empty);

    /// <summary>Microseconds for one of ours, the median of the rounds.</summary>
    public double Clear => Median(_clear);

    /// <summary>How many times an empty command ours takes, the median of the rounds.</summary>
    public double Ratio => Median(_ratios);

    /// <param name="warmUp">Rounds that do not count, until all code is compiled for good.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="afterRound">Ends what the round left pending.</param>
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

    /// <summary>Lines of a round, each for another call than all before. Made before: a server has them from outside.</summary>
    public string[] Lines(string command)
    {
        var lines = new string[CommandsARound];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = command + " " + (++_lastId).ToString(CultureInfo.InvariantCulture);
        }

        return lines;
    }

    /// <summary>Types them all into the console.</summary>
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
