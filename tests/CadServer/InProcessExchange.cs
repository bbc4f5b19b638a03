using System;
using System.Collections.Generic;
using CadServer.Http;

namespace CadServer;

/// <summary>A request that arrived over an <see cref="InProcessNetwork"/>, and what is to be played of its answer.</summary>
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

    /// <summary>How long the status, or the end of the connection, is in coming.</summary>
    public TimeSpan Delay => _fault?.ResponseDelay ?? TimeSpan.Zero;

    /// <summary>How long the body comes behind the status and the headers.</summary>
    public TimeSpan BodyDelay => _fault?.BodyDelay ?? TimeSpan.Zero;

    /// <summary>Call it when <see cref="Delay"/> is over: the answer leaves.</summary>
    /// <returns>Null if the connection closes instead, or the client has hung up.</returns>
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

/// <summary>An answer as it leaves: what a client reads off the connection.</summary>
public sealed record InProcessAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body);
