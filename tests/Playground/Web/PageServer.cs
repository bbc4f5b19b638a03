using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Playground.Web;

/// <summary>
/// Serves the page on the loopback interface. It answers the person at this machine only: a request that names another host, as
/// after DNS rebinding, or comes from another site's page is refused.
/// </summary>
internal sealed class PageServer : IDisposable
{
    private const int MaxBody = 16 * 1024;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private readonly CancellationTokenSource _stopping = new();
    private readonly PageEvents _events;
    private readonly ActionQueue _actions;
    private readonly WebApplication _app;

    private PageServer(int port, PageEvents events, ActionQueue actions)
    {
        _events = events;
        _actions = actions;

        // The empty builder reads no ASPNETCORE_URLS and no appsettings.json: nothing moves the page off the loopback interface.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBody;
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Where the page is: http://127.0.0.1:port/.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <param name="port">0 for any free one.</param>
    /// <param name="events">What the page shows.</param>
    /// <param name="actions">What is done on it.</param>
    public static PageServer Start(int port, PageEvents events, ActionQueue actions)
    {
        var server = new PageServer(port, events, actions);
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

    public void Dispose()
    {
        _stopping.Cancel();
        ((IDisposable)_app).Dispose();
        _stopping.Dispose();
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        // Only what this server serves: text from outside could do no harm even if it became part of the page.
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        SetHeaders(response.Headers);
        if (!IsOurs(request))
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        switch (request.Method, request.Path.Value)
        {
            case ("GET", "/events"):
                await FollowAsync(context);
                break;
            case ("POST", "/actions"):
                await PerformAsync(context);
                break;
            case ("GET", { } path) when PageFiles.Find(path) is { } file:
                response.ContentType = file.ContentType;
                await response.Body.WriteAsync(file.Content, context.RequestAborted);
                break;
            default:
                response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    // A browser sends Origin with each POST, and other sites' pages cannot change it.
    private bool IsOurs(HttpRequest request)
    {
        List<string> hosts = [$"127.0.0.1:{Url.Port}", $"localhost:{Url.Port}"];
        return hosts.Contains(request.Host.Value ?? string.Empty)
            && (request.Headers.Origin.Count == 0 ? request.Method == "GET" : hosts.Exists(host => request.Headers.Origin == "http://" + host));
    }

    private async Task FollowAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        try
        {
            string? lastId = context.Request.Headers["Last-Event-ID"];
            await System.Net.ServerSentEvents.SseFormatter.WriteAsync(
                _events.FollowAsync(lastId, ending.Token), context.Response.Body, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The page is closed, or the Playground ends.
            context.Abort();
        }
    }

    private async Task PerformAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            var action = await context.Request.ReadFromJsonAsync<PageAction>(Format, ending.Token) ?? throw new JsonException("null is no action");
            var result = await _actions.PerformAsync(action, ending.Token);
            await context.Response.WriteAsJsonAsync(result, Format, ending.Token);
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (OperationCanceledException)
        {
            // The page is closed, or the Playground ends.
            context.Abort();
        }
    }
}
