using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>Records what a requester is told.</summary>
internal sealed class FakeReply : IReply
{
    public List<RemovalReport> Reports { get; } = [];

    public List<string> Lines { get; } = [];

    /// <summary>The tone of each line.</summary>
    public List<Tone> Tones { get; } = [];

    /// <summary>Runs within the reply, as another resource's callback does.</summary>
    public Action? OnAnswer { get; set; }

    public IReadOnlyList<int> Cleared => Reports.Single().Cleared;

    public string Code => Reports.Single().Failed.Select(failure => failure.Error.Code).Distinct().Single();

    public void Answer(RemovalReport report)
    {
        Reports.Add(report);
        OnAnswer?.Invoke();
    }

    public void Notify(Phrase line, Tone tone)
    {
        Lines.Add(line.InEnglish());
        Tones.Add(tone);
    }
}
