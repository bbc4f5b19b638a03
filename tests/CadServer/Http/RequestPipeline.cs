using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace CadServer.Http;

/// <summary>
/// Handles each HTTP request: records it, applies its fault and sends the response. Only this class touches Kestrel's requests.
/// </summary>
internal sealed class RequestPipeline
{
    private readonly RequestHandler _handler;
    private readonly CancellationToken _stopping;

    public RequestPipeline(RequestHandler handler, CancellationToken stopping)
    {
        _handler = handler;
        _stopping = stopping;
    }

    public async Task HandleAsync(HttpContext context)
    {
        // The client disconnects or the stand-in stops: no delay may outlast either.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        ReceivedRequest? request = null;
        var body = new MemoryStream();
        try
        {
            try
            {
                await context.Request.Body.CopyToAsync(body, ending.Token);
            }
            finally
            {
                // Record it even if the client disconnected halfway: Kestrel may withhold the body, but the attempt is
                // evidence.
                request = Keep(context.Request, body.ToArray());
            }

            await AnswerAsync(context, request, ending.Token);
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            Drop(context, request);
        }
    }

    private ReceivedRequest Keep(HttpRequest http, byte[] body)
    {
        var headers = http.Headers.ToDictionary(
            header => header.Key,
            IReadOnlyList<string> (header) => [.. header.Value.Select(value => value ?? string.Empty)],
            StringComparer.OrdinalIgnoreCase);
        return _handler.Log.Add(http.Method, http.Path.Value ?? string.Empty, http.QueryString.Value ?? string.Empty, headers, body);
    }

    private async Task AnswerAsync(HttpContext context, ReceivedRequest request, CancellationToken ending)
    {
        var (answer, fault) = _handler.Handle(request);
        await Task.Delay(fault?.ResponseDelay ?? TimeSpan.Zero, ending);
        if (answer is null || fault is { DropsAfter: true })
        {
            Drop(context, request);
            return;
        }

        request.SetResponse(answer.Status, answer.Body);
        await SendAsync(context.Response, answer, fault?.BodyDelay ?? TimeSpan.Zero, ending);
    }

    private static async Task SendAsync(HttpResponse response, StubResponse answer, TimeSpan bodyDelay, CancellationToken ending)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        // Kestrel throws on a body or a length if the status allows none.
        if (!answer.HasBody)
        {
            return;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (bodyDelay > TimeSpan.Zero)
        {
            await response.StartAsync(ending);
            await response.Body.FlushAsync(ending);
            await Task.Delay(bodyDelay, ending);
        }

        await response.Body.WriteAsync(answer.Body, ending);
    }

    private static void Drop(HttpContext context, ReceivedRequest? request)
    {
        if (!context.Response.HasStarted)
        {
            request?.SetDropped();
        }

        context.Abort();
    }
}
