using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Playground.Web;

/// <summary>The Playground ends the page's server, not Ctrl+C, which the default lifetime would take for itself.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
