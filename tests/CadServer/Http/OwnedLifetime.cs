using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace CadServer.Http;

/// <summary>
/// Leaves the shutdown to the owner of the <see cref="Cad"/>; the default lifetime would take Ctrl+C from the Playground.
/// </summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
