using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class FaultPrecedenceTests : CadTestBase
{
    [Fact]
    public async Task QueuedFaultsAreUsedBeforePermanentFault()
    {
        Cad.Faults.Always(CadFault.ServerError());
        Cad.Faults.Enqueue(CadFault.BadRequest("FIRST"), CadFault.None);
        Assert.Equal(2, Cad.Faults.Pending);

        Assert.Equal([400, 200, 500, 500], await StatusesAsync(4));

        Cad.Faults.Always(null);
        Assert.Equal([200], await StatusesAsync(1));
    }

    [Fact]
    public async Task FaultSelectorTakesPrecedenceOverPermanentFault()
    {
        Cad.Faults.Always(CadFault.ServerError());
        Cad.Faults.Choose(request => request.Text.Contains("REMOVE_911", StringComparison.Ordinal) && Cad.Requests.Count == 1
            ? CadFault.Forbidden()
            : null);

        Assert.Equal([403, 500], await StatusesAsync(2));
        Assert.Equal(["403", "500 The service is unavailable."], Cad.Requests.Select(request => request.Fault?.ToString()));
    }

    [Fact]
    public async Task ThrowingFaultSelectorReturnsServerError()
    {
        Cad.Faults.Choose(_ => throw new InvalidOperationException("the selector failed"));

        using var answer = await RemoveAsync();

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Contains("the selector failed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClearRemovesEveryFault()
    {
        Cad.Faults.Always(CadFault.ServerError());
        Cad.Faults.Choose(_ => CadFault.Forbidden());
        Cad.Faults.Enqueue(CadFault.NotFound());

        Cad.Faults.Clear();

        Assert.Equal([200], await StatusesAsync(1));
    }

    private async Task<IReadOnlyList<int>> StatusesAsync(int requests)
    {
        var statuses = new List<int>();
        for (var i = 0; i < requests; i++)
        {
            using var answer = await RemoveAsync();
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }
}
