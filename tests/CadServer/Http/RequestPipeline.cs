using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace CadServer.Http;

/// <summary>What happens to each request: kept, then faulted or answered, then sent. Nothing else touches Kestrel.</summary>
internal sealed class RequestPipeline
{
    private readonly RequestLog _log;
    private readonly CadFaults _faults;
    private readonly Func<CadRequest, Answer> _answer;
    private readonly CancellationToken _stopping;

    public RequestPipeline(RequestLog log, CadFaults faults, Func<CadRequest, Answer> answer, CancellationToken stopping)
    {
        _log = log;
        _faults = faults;
        _answer = answer;
        _stopping = stopping;
    }

    public async Task HandleAsync(HttpContext context)
    {
        // Either the client gives up or the stand-in ends: no delay may outlive them.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        CadRequest? request = null;
        var body = new MemoryStream();
        try
        {
            try
            {
                await context.Request.Body.CopyToAsync(body, ending.Token);
            }
            finally
            {
                // Also when the client went away halfway: Kestrel may keep the body back, but the attempt is evidence.
                request = _log.Add(context.Request, body.ToArray());
            }

            await AnswerAsync(context, request, ending.Token);
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            Drop(context, request);
        }
    }

    private async Task AnswerAsync(HttpContext context, CadRequest request, CancellationToken ending)
    {
        CadFault? fault;
        Answer answer;
        try
        {
            fault = request.Fault = _faults.Next(request);
            if (fault is { DropsBefore: true })
            {
                Drop(context, request);
                return;
            }

            answer = fault?.Answer?.Invoke() ?? _answer(request);
        }
        catch (Exception mistake)
        {
            // A test's chooser or the stand-in itself is at fault; nothing logs here, so the answer has to say so.
            fault = null;
            answer = Answer.Text(500, $"The stand-in failed: {mistake}");
        }

        await Task.Delay(fault?.AnswerDelay ?? TimeSpan.Zero, ending);
        if (fault is { DropsAfter: true })
        {
            Drop(context, request);
            return;
        }

        request.NoteAnswer(answer.Status, answer.Body);
        await SendAsync(context.Response, answer, fault?.BodyDelay ?? TimeSpan.Zero, ending);
    }

    private static async Task SendAsync(HttpResponse response, Answer answer, TimeSpan bodyDelay, CancellationToken ending)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        // Kestrel throws on a body or a length where HTTP has none.
        if (answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
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

    private static void Drop(HttpContext context, CadRequest? request)
    {
        if (!context.Response.HasStarted)
        {
            request?.NoteDrop();
        }

        context.Abort();
    }
}
