using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace CadServer.Http;

/// <summary>The owner of the <see cref="Cad"/> ends it; the usual lifetime would take Ctrl+C from the playground.</summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
