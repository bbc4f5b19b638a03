namespace SonoranCad.Remove911.Configuration;

/// <summary>The owner's part of a request to the CAD: the address, the community and its key.</summary>
internal sealed class CadAccount(string apiUrl, string communityId, string apiKey, int? serverId) : IEquatable<CadAccount>
{
    /// <summary>The API's address, without a trailing slash.</summary>
    public string ApiUrl { get; } = apiUrl;

    public string CommunityId { get; } = communityId;

    /// <summary>A secret: it may appear in requests to the CAD and nowhere else.</summary>
    public string ApiKey { get; } = apiKey;

    /// <summary>The CAD's number of this game server. If null, API v1 removals name no server, as a community with one may.</summary>
    public int? ServerId { get; } = serverId;

    /// <summary>The number for requests that must name a server; a community's only server has number 1.</summary>
    public int ServerIdOrDefault => ServerId ?? 1;

    /// <summary>Whose calls these are. A new key opens the same calls.</summary>
    public CallTarget Target { get; } = new(apiUrl, communityId, serverId ?? 1);

    public bool Equals(CadAccount? other) =>
        other is not null && Target == other.Target && ServerId == other.ServerId && ApiKey == other.ApiKey;

    public override bool Equals(object? obj) => Equals(obj as CadAccount);

    public override int GetHashCode() => CommunityId.GetHashCode();

    /// <summary>Names the account without its key.</summary>
    public Phrase Describe() => new Phrase("account").With("community", CommunityId).With("address", ApiUrl);

    /// <inheritdoc cref="Describe"/>
    public override string ToString() => $"{CommunityId} {ApiUrl}";
}
