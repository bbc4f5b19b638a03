using System;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What a request to the CAD needs of the owner: where, for whom, with which key.</summary>
internal sealed class CadAccount(string apiUrl, string communityId, string apiKey, int? serverId) : IEquatable<CadAccount>
{
    /// <summary>The API's address without a slash at its end.</summary>
    public string ApiUrl { get; } = apiUrl;

    public string CommunityId { get; } = communityId;

    /// <summary>A secret: it goes into a request's body and nowhere else.</summary>
    public string ApiKey { get; } = apiKey;

    /// <summary>The CAD's number of this game server; null where the community has one server, and then left out.</summary>
    public int? ServerId { get; } = serverId;

    /// <summary>The number for requests that name a server always; a community with one server has number 1.</summary>
    public int ServerIdOrDefault => ServerId ?? 1;

    /// <summary>Whether its calls are those of the other one: a new key opens the same community.</summary>
    public bool HasSameCallsAs(CadAccount other) =>
        ApiUrl == other.ApiUrl && CommunityId == other.CommunityId && ServerId == other.ServerId;

    public bool Equals(CadAccount? other) =>
        other is not null
        && ApiUrl == other.ApiUrl
        && CommunityId == other.CommunityId
        && ApiKey == other.ApiKey
        && ServerId == other.ServerId;

    public override bool Equals(object? obj) => Equals(obj as CadAccount);

    public override int GetHashCode() => CommunityId.GetHashCode();

    /// <summary>Names the account without its key.</summary>
    public Phrase Describe() => new Phrase("account").With("community", CommunityId).With("address", ApiUrl);

    /// <inheritdoc cref="Describe"/>
    public override string ToString() => $"{CommunityId} {ApiUrl}";
}
