namespace SonoranCad.Remove911.Configuration;

/// <summary>The owner's part of a request to the CAD.</summary>
/// <param name="ApiUrl">The API's address, without a trailing slash.</param>
/// <param name="CommunityId">The community.</param>
/// <param name="ApiKey">A secret: it may appear in requests to the CAD and nowhere else.</param>
/// <param name="ServerId">The CAD's number of this game server. If null, API v1 removals name no server, as a community with one may.</param>
internal sealed record CadAccount(string ApiUrl, string CommunityId, string ApiKey, int? ServerId)
{
    /// <summary>The number for requests that must name a server; a community's only server has number 1.</summary>
    public int ServerIdOrDefault => ServerId ?? 1;

    /// <summary>Whose calls these are. A new key opens the same calls.</summary>
    public CallTarget Target { get; } = new(ApiUrl, CommunityId, ServerId ?? 1);

    public Phrase Describe() => new Phrase("account").With("community", CommunityId).With("address", ApiUrl);

    public override string ToString() => $"{CommunityId} {ApiUrl}";
}

/// <summary>Where a call id belongs: the same number in another community, on another server or at another address is another call.</summary>
internal sealed record CallTarget(string ApiUrl, string CommunityId, int ServerId)
{
    // Part of the outbox's keys, which each command looks up.
    private readonly int _hash = (ApiUrl, CommunityId, ServerId).GetHashCode();

    public override int GetHashCode() => _hash;
}
