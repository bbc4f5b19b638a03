using System;
using System.Linq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class FailureClassifierTests
{
    private readonly FailureClassifier _classifier = new();
    private readonly OutboxEntry[] _first = Entries(1, 2);
    private readonly OutboxEntry[] _second = Entries(3, 4);

    [Fact]
    public void FailuresOfOneBatchAndItsPartsAreItsOwn()
    {
        Assert.True(_classifier.IsOwnFailure(_first));
        Assert.True(_classifier.IsOwnFailure([.. _second.Take(1), _first[1]]));
        Assert.True(_classifier.IsOwnFailure([_first[1]]));

        Assert.False(_classifier.RecordSuccess());
    }

    [Fact]
    public void FailuresAreCommonFromTheFirstOtherCallUntilASuccess()
    {
        _classifier.IsOwnFailure(_first);
        Assert.False(_classifier.IsOwnFailure(_second));
        Assert.False(_classifier.IsOwnFailure(_first));

        Assert.True(_classifier.RecordSuccess());
        Assert.False(_classifier.RecordSuccess());
        Assert.Equal(2, _classifier.Successes);
    }

    [Fact]
    public void SuccessClearsTheSuspicion()
    {
        _classifier.IsOwnFailure(_first);
        _classifier.RecordSuccess();

        Assert.True(_classifier.IsOwnFailure(_second));
    }

    [Fact]
    public void FailureThatNoCallCanCauseMakesTheOthersCommon()
    {
        _classifier.RecordCommonFailure();

        Assert.False(_classifier.IsOwnFailure(_first));
        Assert.True(_classifier.RecordSuccess());
    }

    private static OutboxEntry[] Entries(params int[] callIds) =>
        [.. callIds.Select(callId => new OutboxEntry(callId, null, Requester.Console, DateTime.UnixEpoch))];
}
