namespace SonoranCad.Remove911.Delivery;

/// <summary>Adds requests to the outbox, or refuses them at once. The caller has checked the permission.</summary>
internal sealed class RemovalService(
    AccountProvider accounts, Outbox outbox, OutboxDispatcher dispatcher, DelayNotices notices, OutcomePublisher publisher)
{
    /// <summary>Submits the calls that a request names, or refuses the request if they could not be read.</summary>
    public void Submit(Requester requester, CallIdList callIds, IReply reply)
    {
        if (callIds.Refusal is null)
            Submit(requester, callIds.Ids, reply);
        else
            publisher.Refuse(requester, reply, callIds.Refusal, callIds.Ids);
    }

    /// <summary>Submits known calls, possibly more than a requester may name at once; returns whether they were accepted.</summary>
    public bool Submit(Requester requester, IReadOnlyList<int> callIds, IReply reply)
    {
        if (accounts.GetCurrent(out var refusal) is { } account)
        {
            var request = new RemovalRequest(requester, reply, callIds);
            refusal = outbox.TryEnqueue(request, account.Target);
            if (refusal is null)
            {
                notices.Watch(request, account.Target);
                dispatcher.Wake();
                return true;
            }
        }

        publisher.Refuse(requester, reply, callIds, refusal!);
        return false;
    }

    /// <summary>Refuses a request that named no readable call.</summary>
    public void Refuse(Requester requester, RemovalError refusal, IReply reply) => publisher.Refuse(requester, reply, refusal, []);

    /// <summary>Whether the removal of a call of the current account is pending.</summary>
    public bool IsPending(int callId) => outbox.Find(callId, accounts.Target) is not null;
}
