using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace FxServer;

/// <summary>Sends requests over real sockets, as plainly as the server's curl does.</summary>
internal static class HttpSender
{
    private static readonly HttpClient Following = Create(followsRedirects: true);
    private static readonly HttpClient Staying = Create(followsRedirects: false);

    /// <summary>Never throws: an error becomes a response with status 0.</summary>
    /// <param name="request">Its URL is absolute, http or https.</param>
    /// <param name="noByteTimeout">The timeout for the first byte and between any two bytes.</param>
    /// <param name="keepAlive">If false, the request uses its own connection.</param>
    public static async Task<FxHttpResponse> SendAsync(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive)
    {
        try
        {
            using var message = ToMessage(request, keepAlive);
            using var cancellation = new CancellationTokenSource();
            var client = request.FollowsRedirects ? Following : Staying;
            var sending = client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation.Token);
            if (!await EndsWithinAsync(sending, noByteTimeout).ConfigureAwait(false))
            {
                cancellation.Cancel();
                return FxHttpResponse.TimedOut(noByteTimeout);
            }

            using var response = await sending.ConfigureAwait(false);
            return await ReadAsync(response, noByteTimeout).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return FxHttpResponse.None($"Couldn't connect to server: {failure.GetBaseException().Message}");
        }
    }

    private static HttpClient Create(bool followsRedirects)
    {
        // By default, Mono allows two connections per host and waits for a 100 before each body.
        ServicePointManager.DefaultConnectionLimit = Math.Max(ServicePointManager.DefaultConnectionLimit, 100);
        ServicePointManager.Expect100Continue = false;
        var handler = new HttpClientHandler { AllowAutoRedirect = followsRedirects, UseCookies = false, UseProxy = false };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static HttpRequestMessage ToMessage(FxHttpRequest request, bool keepAlive)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url);
        if (request.Data.Length > 0 || request.Method is "POST" or "PUT" or "PATCH")
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Data));
        }

        foreach (var header in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                message.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        if (!keepAlive)
        {
            message.Headers.ConnectionClose = true;
        }

        return message;
    }

    private static async Task<FxHttpResponse> ReadAsync(HttpResponseMessage response, TimeSpan noByteTimeout)
    {
        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using var body = new MemoryStream();
        var bytes = new byte[16 * 1024];
        while (true)
        {
            var reading = stream.ReadAsync(bytes, 0, bytes.Length);
            if (!await EndsWithinAsync(reading, noByteTimeout).ConfigureAwait(false))
            {
                return FxHttpResponse.TimedOut(noByteTimeout);
            }

            var read = await reading.ConfigureAwait(false);
            if (read == 0)
            {
                var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
                return FxHttpResponse.Of((int)response.StatusCode, text, HeadersOf(response));
            }

            await body.WriteAsync(bytes, 0, read).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }

        foreach (var header in response.Content.Headers)
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }

        return headers;
    }

    private static async Task<bool> EndsWithinAsync(Task work, TimeSpan time)
    {
        using var cancellation = new CancellationTokenSource();
        var ended = await Task.WhenAny(work, Task.Delay(time, cancellation.Token)).ConfigureAwait(false) == work;
        cancellation.Cancel();
        if (!ended)
        {
            // It fails after it is abandoned, when nobody awaits it.
            _ = work.ContinueWith(
                late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        return ended;
    }
}
