using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CadServer;
using FxServer;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A request in flight on a <see cref="VirtualTransport"/>. Each method is a moment in time.</summary>
internal sealed class VirtualRequest
{
    // curl's own limit.
    private const int MostRedirects = 50;

    private readonly VirtualTransport _transport;
    private readonly FxHttpRequest _request;
    private readonly TimeSpan _noByteTimeout;
    private readonly bool _keepAlive;
    private readonly Action<FxHttpResponse> _end;

    private Uri _url;
    private string _method;
    private InProcessExchange? _exchange;
    private bool _isReused;
    private bool _isOver;
    private int _redirects;

    // Identifies the current wait: an older wait's timeout has no effect.
    private int _wait;

    public VirtualRequest(
        VirtualTransport transport, FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end)
    {
        _transport = transport;
        _request = request;
        _noByteTimeout = noByteTimeout;
        _keepAlive = keepAlive;
        _end = end;
        _url = new Uri(request.Url);
        _method = request.Method;
    }

    public void Start()
    {
        WaitForByte();
        Connect(mayReuse: _keepAlive);
    }

    private void Connect(bool mayReuse)
    {
        _isReused = mayReuse && _transport.TryReuse(_url);
        _transport.After(_transport.Latency, Arrive);
    }

    private void Arrive()
    {
        if (_isOver)
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(_method == _request.Method ? _request.Data : "");
        _exchange = _transport.Receive(_method, _url, Headers(body), body);
        if (_exchange is null)
        {
            _transport.After(_transport.Latency, () => End(FxHttpResponse.None($"Couldn't connect to server: {_url.Authority}")));
        }
        else
        {
            _transport.After(_exchange.Delay, () => Leave(_exchange));
        }
    }

    private void Leave(InProcessExchange exchange)
    {
        if (exchange.Send() is { } answer)
        {
            _transport.After(_transport.Latency, () => ReadHead(answer, exchange.BodyDelay));
        }
        else
        {
            _transport.After(_transport.Latency, Break);
        }
    }

    // A reused connection breaks without a byte: curl silently retries on a new one.
    private void Break()
    {
        if (_isOver || !_isReused)
        {
            End(FxHttpResponse.None("Couldn't connect to server: Empty reply from server"));
        }
        else
        {
            Connect(mayReuse: false);
        }
    }

    private void ReadHead(InProcessAnswer answer, TimeSpan bodyDelay)
    {
        if (_isOver)
        {
            return;
        }

        if (bodyDelay > TimeSpan.Zero)
        {
            WaitForByte();
            _transport.After(bodyDelay, () => ReadBody(answer));
        }
        else
        {
            ReadBody(answer);
        }
    }

    private void ReadBody(InProcessAnswer answer)
    {
        if (_isOver)
        {
            return;
        }

        if (_keepAlive)
        {
            _transport.KeepAlive(_url);
        }

        var headers = answer.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        if (_request.FollowsRedirects && headers.TryGetValue("Location", out var target) && _redirects++ < MostRedirects)
        {
            Follow(answer.Status, new Uri(_url, target));
        }
        else
        {
            End(FxHttpResponse.Of(answer.Status, Encoding.UTF8.GetString(answer.Body), headers));
        }
    }

    private void Follow(int status, Uri target)
    {
        _url = target;
        _method = status is 307 or 308 || _method == "HEAD" ? _method : "GET";
        Connect(mayReuse: _keepAlive);
    }

    private void WaitForByte()
    {
        var wait = ++_wait;
        _transport.After(_noByteTimeout, () =>
        {
            if (wait == _wait && !_isOver)
            {
                End(FxHttpResponse.TimedOut(_noByteTimeout));
                _transport.After(_transport.Latency, () => _exchange?.HangUp());
            }
        });
    }

    private void End(FxHttpResponse answer)
    {
        if (!_isOver)
        {
            _isOver = true;
            _end(answer);
        }
    }

    // Like a real client: content headers only if there is content.
    private List<KeyValuePair<string, string>> Headers(byte[] body)
    {
        var hasContent = body.Length > 0 || _method is "POST" or "PUT" or "PATCH";
        var headers = _request.Headers
            .Where(header => hasContent || !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            .Append(new KeyValuePair<string, string>("Host", _url.Authority));
        return hasContent ? [.. headers, new("Content-Length", FormattableString.Invariant($"{body.Length}"))] : [.. headers];
    }
}
