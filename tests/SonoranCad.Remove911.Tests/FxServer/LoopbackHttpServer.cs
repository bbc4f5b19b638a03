using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>
/// Accepts one request per connection and responds with raw text. A null response disconnects; an empty one stalls.
/// </summary>
public sealed class LoopbackHttpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly Func<string, string?> _answer;

    public LoopbackHttpServer(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Url => $"http://{_listener.LocalEndpoint}/";

    public ConcurrentQueue<string> Requests { get; } = new();

    public static string Response(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public void Dispose()
    {
        _listener.Stop();
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }

            _clients.Add(client);
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        var stream = client.GetStream();
        var text = new StringBuilder();
        var bytes = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var read = await stream.ReadAsync(bytes);
            if (read == 0)
            {
                return;
            }

            text.Append(Encoding.UTF8.GetString(bytes, 0, read));
        }

        Requests.Enqueue(text.ToString());
        var answer = _answer(text.ToString());
        if (answer is null)
        {
            client.Dispose();
        }
        else if (answer.Length > 0)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        const string header = "Content-Length: ";
        var start = request.IndexOf(header, StringComparison.OrdinalIgnoreCase);
        return start < 0 || Encoding.UTF8.GetByteCount(request[(end + 4)..]) >=
            int.Parse(request[(start + header.Length)..].Split('\r')[0], null);
    }
}
