using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Microsoft.AspNetCore.Http;

namespace CadServer;

/// <summary>Every request in order of arrival, timed on a clock that never jumps.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private readonly List<CadRequest> _requests = [];

    public IReadOnlyList<CadRequest> Snapshot()
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

    public CadRequest Add(HttpRequest http, byte[] body)
    {
        var headers = http.Headers.ToDictionary(
            header => header.Key,
            IReadOnlyList<string> (header) => [.. header.Value.Select(value => value ?? string.Empty)],
            StringComparer.OrdinalIgnoreCase);
        var path = http.Path.Value ?? string.Empty;
        var query = http.QueryString.Value ?? string.Empty;

        // Timed under the lock, so that the order of the list and the order of the times are one.
        lock (_gate)
        {
            var request = new CadRequest(_sinceStart.Elapsed, http.Method, path, query, headers, body);
            _requests.Add(request);
            return request;
        }
    }
}
