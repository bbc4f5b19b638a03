using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Channels;

namespace Playground.Web;

/// <summary>
/// What has happened, for every page that is open. The server's main thread publishes, and Kestrel's threads follow. A page that
/// is opened or reconnects later is told what it has missed.
/// </summary>
internal sealed class PageEvents
{
    /// <summary>The whole state, which replaces the one before.</summary>
    public const string State = "state";

    /// <summary>Sent when a page has been told everything that happened before it was opened.</summary>
    public const string CaughtUp = "caught-up";

    private const int MaxKept = 1000;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private readonly Lock _gate = new();
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly List<PageEvent> _kept = [];
    private readonly List<ChannelWriter<PageEvent>> _pages = [];
    private PageEvent? _state;
    private long _last;

    /// <summary>Tells all pages, and those that are opened later unless <paramref name="isKept"/> is false.</summary>
    public void Publish(string name, object data, bool isKept = true)
    {
        var json = JsonSerializer.Serialize(data, Format);
        lock (_gate)
        {
            var item = new PageEvent(++_last, name, json, isKept);
            if (isKept)
            {
                _kept.Add(item);
                _kept.RemoveRange(0, Math.Max(0, _kept.Count - MaxKept));
            }

            Send(item);
        }
    }

    /// <summary>Tells all pages the state if it is another one than before.</summary>
    public void PublishState(object state)
    {
        var json = JsonSerializer.Serialize(state, Format);
        lock (_gate)
        {
            if (_state?.Json != json)
            {
                _state = new PageEvent(++_last, State, json, IsKept: false);
                Send(_state);
            }
        }
    }

    /// <summary>What a page missed, and from then on what happens.</summary>
    /// <param name="lastId">The id of the last event that it saw; null for a page that was just opened.</param>
    /// <param name="ending">The page is closed.</param>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(string? lastId, [EnumeratorCancellation] CancellationToken ending)
    {
        var channel = Channel.CreateUnbounded<PageEvent>();
        List<PageEvent> missed;
        lock (_gate)
        {
            var seen = SeenBy(lastId);
            missed = [.. _kept.Where(item => item.Number > seen)];
            if (_state is not null)
            {
                missed.Add(_state);
            }

            missed.Add(new PageEvent(_last, CaughtUp, JsonSerializer.Serialize(new { run = _run }, Format), IsKept: false));
            _pages.Add(channel.Writer);
        }

        try
        {
            foreach (var item in missed)
            {
                yield return ToSseItem(item);
            }

            await foreach (var item in channel.Reader.ReadAllAsync(ending))
            {
                yield return ToSseItem(item);
            }
        }
        finally
        {
            lock (_gate)
            {
                _pages.Remove(channel.Writer);
            }
        }
    }

    private void Send(PageEvent item) => _pages.ForEach(page => page.TryWrite(item));

    // An id of another run says nothing about this one.
    private long SeenBy(string? lastId) =>
        lastId?.Split('-') is [var run, var number] && run == _run && long.TryParse(number, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private SseItem<string> ToSseItem(PageEvent item) =>
        new(item.Json, item.Name) { EventId = string.Create(CultureInfo.InvariantCulture, $"{_run}-{item.Number}") };
}
