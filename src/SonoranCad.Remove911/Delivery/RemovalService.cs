using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Takes requests of those who may make them: puts them in the outbox, or answers at once why not.</summary>
internal sealed class RemovalService(
    AccountProvider accounts, Outbox outbox, OutboxDispatcher dispatcher, DelayNotices notices, OutcomePublisher publisher)
{
    /// <summary>Submits the calls that a request names, or refuses it if they could not be read.</summary>
    public void Submit(Requester requester, CallIdList callIds, IReply reply)
    {
        if (callIds.Refusal is not null)
        {
            Refuse(requester, callIds.Refusal, reply);
            return;
        }

        Submit(requester, callIds.Ids, reply);
    }

    /// <summary>Submits known calls; there may be more of them than one request may name.</summary>
    /// <returns>Whether they were accepted.</returns>
    public bool Submit(Requester requester, IReadOnlyList<int> callIds, IReply reply)
    {
        var refusal = TryEnqueue(new RemovalRequest(requester, reply, callIds));
        if (refusal is not null)
        {
            publisher.Refuse(requester, reply, callIds, refusal);
        }

        return refusal is null;
    }

    /// <summary>Answers a request that cannot be understood.</summary>
    public void Refuse(Requester requester, RemovalError refusal, IReply reply) => publisher.Refuse(requester, reply, refusal);

    private RemovalError? TryEnqueue(RemovalRequest request)
    {
        if (accounts.GetCurrent(out var accountError) is not { } account)
        {
            return accountError;
        }

        var refusal = outbox.TryEnqueue(request, account);
        if (refusal is null)
        {
            notices.Watch(request);
            dispatcher.Wake();
        }

        return refusal;
    }
}
