using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScottPlot;
using ScottPlot.MultiplotLayouts;

namespace Benchmarks.SharedKey;

/// <summary>Draws what servers with one API key need, beside the goals.</summary>
internal static class SharedKeyPlot
{
    private const int Width = 1100;
    private const int Height = 760;

    private static readonly Color First = Color.FromHex("#9ecae1");
    private static readonly Color Again = Color.FromHex("#3182bd");

    /// <summary>Saves the plot; each inner list has the runs of one number of servers.</summary>
    public static void Save(string path, List<List<SharedKeyResult>> first, List<List<SharedKeyResult>> again)
    {
        var plots = new Multiplot();
        plots.AddPlots(4);
        plots.Layout = new Grid(2, 2);
        Draw(plots.GetPlot(0), "Requests for each call", first, again, result => result.RequestRatio, _ => 1.10);
        Draw(plots.GetPlot(1), "Requests refused (429)", first, again, result => result.Refused, result => (result.Requests - result.Refused) * 0.1);
        Draw(plots.GetPlot(2), "Minutes to the last call", first, again, result => result.Time.TotalMinutes, result => result.LimitTime.TotalMinutes * 1.15);
        Draw(plots.GetPlot(3), "The last server's time / mean time", first, again, result => result.Spread, _ => 1.5);
        plots.GetPlot(1).ShowLegend(Alignment.UpperLeft);
        plots.SavePng(Path.GetFullPath(path), Width, Height);
    }

    private static void Draw(
        Plot plot, string title, List<List<SharedKeyResult>> first, List<List<SharedKeyResult>> again, Func<SharedKeyResult, double> value, Func<SharedKeyResult, double> goal)
    {
        plot.Title(title);
        plot.HideLegend();
        AddBars(plot, first, value, -0.2, First, "first flood");
        AddBars(plot, again, value, 0.2, Again, "next flood, after a restart");
        var goals = plot.Add.ScatterPoints(
            first.Select((_, i) => (double)i).ToArray(), first.Select(results => results.Average(goal)).ToArray(), Colors.Red);
        goals.MarkerShape = MarkerShape.HorizontalBar;
        goals.MarkerSize = 40;
        goals.MarkerLineWidth = 2;
        goals.LegendText = "goal";
        plot.Axes.Bottom.SetTicks(
            first.Select((_, i) => (double)i).ToArray(),
            first.Select(results => results[0].Scenario.Servers.ToString(CultureInfo.InvariantCulture)).ToArray());
        plot.XLabel("servers with one API key, ten calls each");
        plot.Axes.Margins(bottom: 0, top: 0.3);
    }

    private static void AddBars(Plot plot, List<List<SharedKeyResult>> runs, Func<SharedKeyResult, double> value, double offset, Color color, string name)
    {
        var bars = plot.Add.Bars(runs.Select((results, i) => new Bar { Position = i + offset, Value = results.Average(value), Size = 0.38, FillColor = color, LineWidth = 0 }).ToList());
        bars.LegendText = name;
    }
}
