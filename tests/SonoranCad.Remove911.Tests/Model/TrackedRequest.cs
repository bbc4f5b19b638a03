using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>A request as the network sees it, from its sending to the tick that reads its response.</summary>
internal sealed class TrackedRequest(int index, IReadOnlyList<int> calls, TimeSpan sentAt, bool isV1)
{
    public int Index { get; } = index;

    public IReadOnlyList<int> Calls { get; } = calls;

    public TimeSpan SentAt { get; } = sentAt;

    public bool IsV1 { get; } = isV1;

    public CadResponse? Response { get; set; }

    public bool IsTimedOut { get; set; }

    public bool IsEnded => IsTimedOut || Response is not null;

    /// <summary>Whether the CAD may have cleared the calls without saying so: our own timeout is no better than the server's.</summary>
    public bool LeavesDoubt => Response is { } response ? CadResponses.LeavingDoubt.Contains(response) : IsTimedOut;
}
