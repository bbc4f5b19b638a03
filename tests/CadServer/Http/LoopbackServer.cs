using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace CadServer.Http;

/// <summary>A running web service on the loopback interface.</summary>
internal sealed class LoopbackServer : IWebHost
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;
    private int _ended;

    private LoopbackServer(int port, RequestHandler handler)
    {
        var pipeline = new RequestPipeline(handler, _stopping.Token);
        _app = LoopbackHost.Build(port);
        _app.Run(pipeline.HandleAsync);
    }

    /// <summary>The base URL: http://127.0.0.1:port.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <param name="port">0 for any free port.</param>
    /// <param name="handler">Called on Kestrel's threads.</param>
    public static LoopbackServer Start(int port, RequestHandler handler)
    {
        var server = new LoopbackServer(port, handler);
        try
        {
            server._app.Start();
            server.Url = new Uri(server._app.Urls.Single());
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Closes every connection, including those that still wait for a response. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (End())
        {
            // Dispose without stopping: stopping would wait for connections, disposing aborts them.
            await _app.DisposeAsync();
            _stopping.Dispose();
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        if (End())
        {
            ((IDisposable)_app).Dispose();
            _stopping.Dispose();
        }
    }

    private bool End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return false;
        }

        _stopping.Cancel();
        return true;
    }
}
