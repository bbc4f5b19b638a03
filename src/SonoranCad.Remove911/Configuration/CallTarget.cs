namespace SonoranCad.Remove911.Configuration;

/// <summary>Where a call id belongs: the same number in another community, on another server or at another address is another call.</summary>
/// <param name="ApiUrl">The API's address.</param>
/// <param name="CommunityId">The community.</param>
/// <param name="ServerId">The CAD's number of the game server; a community's only server has number 1.</param>
internal sealed record CallTarget(string ApiUrl, string CommunityId, int ServerId)
{
    // Part of the outbox's keys, which each command looks up.
    private readonly int _hash = (ApiUrl, CommunityId, ServerId).GetHashCode();

    public override int GetHashCode() => _hash;
}
