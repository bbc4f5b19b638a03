using System;
using System.Collections.Generic;
using CadServer.Http;

namespace CadServer;

/// <summary>A request received over an <see cref="InProcessNetwork"/>, and the timing of its response.</summary>
public sealed class InProcessExchange
{
    private readonly InProcessHost _host;
    private readonly ReceivedRequest _request;
    private readonly StubResponse? _answer;
    private readonly CadFault? _fault;
    private bool _isOver;

    internal InProcessExchange(InProcessHost host, ReceivedRequest request, StubResponse? answer, CadFault? fault)
    {
        _host = host;
        _request = request;
        _answer = answer;
        _fault = fault;
    }

    /// <summary>The delay before the status, or before the connection closes.</summary>
    public TimeSpan Delay => _fault?.ResponseDelay ?? TimeSpan.Zero;

    /// <summary>The delay of the body after the headers.</summary>
    public TimeSpan BodyDelay => _fault?.BodyDelay ?? TimeSpan.Zero;

    /// <summary>Sends the response. Call it after <see cref="Delay"/>.</summary>
    /// <returns>Null if the connection closes instead, or if the client has disconnected.</returns>
    public InProcessAnswer? Send()
    {
        if (_isOver)
        {
            return null;
        }

        _isOver = true;
        if (_answer is null || _fault is { DropsAfter: true } || !_host.IsListening)
        {
            _request.SetDropped();
            return null;
        }

        _request.SetResponse(_answer.Status, _answer.Body);
        return new InProcessAnswer(_answer.Status, _answer.SentHeaders, _answer.SentBody);
    }

    /// <summary>The client gives up and closes the connection.</summary>
    public void HangUp()
    {
        if (!_isOver)
        {
            _isOver = true;
            _request.SetDropped();
        }
    }
}

/// <summary>A response as a client receives it.</summary>
public sealed record InProcessAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body);
