using System;
using System.Collections.Generic;
using System.Threading;

namespace CadServer;

/// <summary>All requests in order of arrival, timed on a monotonic clock.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedRequest> _requests = [];
    private readonly TimeProvider _clock;
    private readonly long _start;

    public RequestLog(TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    public IReadOnlyList<ReceivedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    public ReceivedRequest Add(
        string method, string path, string query, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, byte[] body)
    {
        // Take the time under the lock, so that list order and time order agree.
        lock (_gate)
        {
            var request = new ReceivedRequest(_clock.GetElapsedTime(_start), method, path, query, headers, body);
            _requests.Add(request);
            return request;
        }
    }
}
