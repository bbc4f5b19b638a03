using System;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class RetryHandlerTests
{
    private DeliveryRig _rig = new(new Settings { Api = ApiMode.V1, MaxBatch = 1 });

    public RetryHandlerTests() => _rig.ReadAccount();

    [Theory]
    [InlineData(429, "", 1)]
    [InlineData(0, "", 2)]
    [InlineData(200, "<html>", 2)]
    [InlineData(403, "error code: 1020", 2)]
    public void CallStaysFirstOnlyIfItsRequestWasNotServed(int status, string text, int next)
    {
        _rig.Enqueue(1, 2);
        _rig.Tick();
        _rig.RespondToLast(status, text);
        _rig.Tick(61);

        Assert.Equal([next], _rig.Calls(1));
    }

    [Fact]
    public void CallThatWasNotSentStaysFirst()
    {
        _rig.Enqueue(1, 2);
        _rig.SendResult = () => -1;
        _rig.Tick();
        _rig.SendResult = null;
        _rig.Tick();
        _rig.Tick(61);

        Assert.Equal([1], _rig.Calls(1));
    }

    [Fact]
    public void DelayDoublesFromTwoSecondsToOneMinuteAndStartsOverAfterASuccess()
    {
        _rig.Enqueue(1);
        foreach (var seconds in new[] { 2, 4, 8, 16, 32, 60, 60 })
        {
            _rig.Tick(0.1);
            var sent = _rig.Sent.Count;
            _rig.RespondToLast(0);
            _rig.Tick(seconds - 0.1);
            Assert.Equal(sent, _rig.Sent.Count);
            _rig.Tick(0.2);
            Assert.Equal(sent + 1, _rig.Sent.Count);
        }

        _rig.RespondToLast(200);
        _rig.Enqueue(2);
        _rig.Tick(1.1);
        var sentBefore = _rig.Sent.Count;
        _rig.RespondToLast(0);
        _rig.Tick(2);
        Assert.Equal(sentBefore + 1, _rig.Sent.Count);
    }

    [Fact]
    public void OpenAndClosedCircuitAreLoggedWithTheReason()
    {
        _rig.Enqueue(1, 2);
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty(_rig.Console);
            _rig.Tick(61);
            _rig.RespondToLast(0);
        }

        Assert.Contains("Sonoran CAD keeps failing. Sonoran CAD could not be reached, or did not respond in time. 2 removals are kept and retried.", Assert.Single(_rig.Console));
        _rig.Tick(61);
        _rig.RespondToLast(200);
        Assert.Contains("Sonoran CAD works again. The waiting removals are being sent.", _rig.Console[1]);
    }

    [Fact]
    public void CallThatFailsAloneTwiceIsLoggedOnce()
    {
        _rig.Enqueue(1);
        for (var i = 0; i < 4; i++)
        {
            _rig.Tick(61);
            Assert.Equal(i < 2 ? 0 : 1, _rig.Console.Count);
            _rig.RespondToLast(500);
        }

        Assert.Contains("Sonoran CAD fails on call 1 (500). It is retried; other calls are not affected.", _rig.Console[0]);
    }

    // Whatever fails on it: the CAD clears others meanwhile.
    [Fact]
    public void CallThatFailsAloneNeitherOpensTheCircuitNorDelaysOthers()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(500);
        for (var call = 2; call < 12; call++)
        {
            _rig.Enqueue(call);
            _rig.Tick(1.1);
            Assert.Equal([call], _rig.Calls(_rig.Sent.Count - 1));
            _rig.RespondToLast(200);
            _rig.Tick(61);
            Assert.Equal([1], _rig.Calls(_rig.Sent.Count - 1));
            _rig.RespondToLast(500);
        }

        Assert.Null(_rig.Delivery.Status.CircuitOpenFor);
        Assert.Single(_rig.Console);
    }

    [Fact]
    public void FailureOfACallKnownToFailIsItsOwnEvenInAnOutage()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(500);
        _rig.Enqueue(2);
        _rig.Tick(1.1);
        _rig.RespondToLast(200);
        _rig.Tick(2);
        _rig.RespondToLast(500);
        _rig.Enqueue(3);
        _rig.Tick(1.1);
        _rig.RespondToLast(0);
        _rig.Tick(3.1);
        Assert.Equal([1], _rig.Calls(_rig.Sent.Count - 1));
        _rig.RespondToLast(500);
        _rig.Tick(1.1);

        Assert.Equal([3], _rig.Calls(_rig.Sent.Count - 1));
    }

    [Fact]
    public void BatchOnWhichTheCadFailsIsHalvedEvenInAnOutage()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(0);
        _rig.Enqueue(2, 3);
        _rig.Tick(2.1);
        Assert.Equal([1, 2, 3], _rig.Calls(1));
        _rig.RespondToLast(500);
        _rig.Tick(61);
        Assert.Equal([1], _rig.Calls(2));
        _rig.RespondToLast(200);
        _rig.Tick(61);

        Assert.Equal([2, 3], _rig.Calls(3));
    }

    [Fact]
    public void BatchStaysWholeIfTheCadCouldNotBeReached()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1, 2);
        _rig.Tick();
        _rig.RespondToLast(0);
        _rig.Tick(61);

        Assert.Equal([1, 2], _rig.Calls(1));
    }

    [Fact]
    public void CommonFailureRequeuesFailedBatchesAsOne()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1, 2, 3, 4);
        _rig.Tick();
        _rig.RespondToLast(500);
        _rig.Enqueue(5);
        _rig.Tick(1.1);
        Assert.Equal([1, 2], _rig.Calls(1));
        _rig.RespondToLast(0);
        _rig.Tick(61);
        Assert.Equal([3, 4], _rig.Calls(2));
        _rig.RespondToLast(200);
        _rig.Tick(61);

        Assert.Equal([5, 1, 2], _rig.Calls(3));
    }

    [Fact]
    public void CallOnWhichTheCadFailsInAnOutageGoesOutWithOthers()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(0);
        _rig.Tick(61);
        _rig.RespondToLast(500);
        _rig.Enqueue(2);
        _rig.Tick(61);

        Assert.Equal([1, 2], _rig.Calls(2));
    }

    [Fact]
    public void PartsOfARefusedBatchStayPartsOfItWhenTheCadFailsOnThem()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1, 2, 3, 4);
        foreach (var (status, calls) in new[] { (400, new[] { 1, 2, 3, 4 }), (500, [1, 2]), (0, [3, 4]), (200, [1]) })
        {
            _rig.Tick(61);
            Assert.Equal(calls, _rig.Calls(_rig.Sent.Count - 1));
            _rig.RespondToLast(status, status == 400 ? "LOCKED" : "{}");
            if (status == 500)
            {
                _rig.Enqueue(5);
            }
        }

        _rig.Tick(61);
        Assert.Equal([2], _rig.Calls(4));
    }

    [Fact]
    public void StepThatThrowsStrandsNoRemoval()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.Jitter = () => throw new InvalidOperationException("random");
        _rig.Enqueue(2);
        _rig.Respond(0, 500);
        Assert.Equal("random", Assert.Throws<InvalidOperationException>(() => _rig.Tick()).Message);
        _rig.Jitter = () => 1;
        Assert.Equal(2, _rig.Delivery.Status.Waiting);

        _rig.Tick(0.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.2);
        Assert.Equal([1], _rig.Calls(1));
        _rig.RespondToLast(400, "CALL NOT FOUND");
        Assert.Equal([1], reply.Cleared);
    }
}
