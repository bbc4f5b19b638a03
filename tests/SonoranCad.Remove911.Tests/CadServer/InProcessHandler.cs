using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using CadServer;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>Sends the requests of an <see cref="HttpClient"/> to stand-ins without a socket, in virtual time.</summary>
internal sealed class InProcessHandler : HttpMessageHandler
{
    private readonly VirtualTime _time;
    private readonly InProcessNetwork _network;

    public InProcessHandler(VirtualTime time, InProcessNetwork network)
    {
        _time = time;
        _network = network;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)));
        var exchange = _network.Receive(request.Method.Method, request.RequestUri!, headers, body)
            ?? throw new HttpRequestException("Nobody listens there.");
        _time.Pass(exchange.Delay);
        var answer = exchange.Send() ?? throw new HttpRequestException("The connection was closed.");
        _time.Pass(exchange.BodyDelay);
        return ToResponse(answer);
    }

    private static HttpResponseMessage ToResponse(InProcessAnswer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(answer.Body) };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
