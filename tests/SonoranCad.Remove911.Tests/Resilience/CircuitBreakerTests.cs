using System;
using System.Linq;
using SonoranCad.Remove911.Resilience;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resilience;

public sealed class CircuitBreakerTests
{
    private readonly CircuitBreaker _circuit = new();

    [Fact]
    public void FifthFailureInARowOpensTheCircuit()
    {
        Assert.Equal([false, false, false, false, true, false], Fail(6));

        Assert.True(_circuit.IsOpen);
        Assert.Equal(TimeSpan.FromSeconds(5), _circuit.OpenSince);
    }

    [Fact]
    public void SuccessClosesTheCircuitAndStartsTheCountOver()
    {
        Fail(4);
        Assert.False(_circuit.IsOpen);
        Assert.False(_circuit.RecordSuccess());

        Assert.DoesNotContain(true, Fail(4));
        Assert.Contains(true, Fail(1));
        Assert.True(_circuit.RecordSuccess());
        Assert.False(_circuit.IsOpen);
    }

    private bool[] Fail(int times) => [.. Enumerable.Range(1, times).Select(second => _circuit.RecordFailure(TimeSpan.FromSeconds(second)))];
}
