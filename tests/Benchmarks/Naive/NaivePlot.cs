using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScottPlot;
using ScottPlot.MultiplotLayouts;
using ScottPlot.TickGenerators;
using SonoranCad.Remove911.Configuration;

namespace Benchmarks.Naive;

/// <summary>Draws the time to clear and the calls lost against the number of calls, under both limits.</summary>
internal static class NaivePlot
{
    private const int Width = 1100;
    private const int Height = 760;

    private static readonly Color Ours = Color.FromHex("#3182bd");
    private static readonly Color Naive = Color.FromHex("#e6550d");

    public static void Save(string path, IReadOnlyList<NaiveComparison> comparisons)
    {
        var plots = new Multiplot();
        plots.AddPlots(4);
        plots.Layout = new Grid(2, 2);
        var v1 = comparisons.Where(comparison => comparison.Api == ApiMode.V1).ToList();
        var v2 = comparisons.Where(comparison => comparison.Api == ApiMode.V2).ToList();
        Draw(plots.GetPlot(0), "API v1: minutes until no more calls are cleared", v1, result => result.Time.TotalMinutes);
        Draw(plots.GetPlot(1), "API v1: calls lost", v1, result => result.Lost);
        Draw(plots.GetPlot(2), "API v2: minutes until no more calls are cleared", v2, result => result.Time.TotalMinutes);
        Draw(plots.GetPlot(3), "API v2: calls lost", v2, result => result.Lost);
        plots.SavePng(Path.GetFullPath(path), Width, Height);
    }

    private static void Draw(Plot plot, string title, List<NaiveComparison> comparisons, Func<ClearingResult, double> value)
    {
        plot.Title(title);
        AddLine(plot, comparisons, comparison => value(comparison.Naive), Naive, "one request for each call");
        AddLine(plot, comparisons, comparison => value(comparison.Ours), Ours, "this resource");
        double[] calls = [1, 10, 100, 1000];
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. calls.Select(Math.Log10)], [.. calls.Select(count => count.ToString("N0", CultureInfo.InvariantCulture))]);
        plot.XLabel("calls at once");
        plot.ShowLegend(Alignment.UpperLeft);
    }

    private static void AddLine(Plot plot, List<NaiveComparison> comparisons, Func<NaiveComparison, double> value, Color color, string name)
    {
        var line = plot.Add.Scatter(
            comparisons.Select(comparison => Math.Log10(comparison.Calls)).ToArray(), comparisons.Select(value).ToArray(), color);
        line.LineWidth = 2;
        line.MarkerSize = 7;
        line.LegendText = name;
    }
}
