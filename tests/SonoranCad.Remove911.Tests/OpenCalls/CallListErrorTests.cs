using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class CallListErrorTests
{
    private static readonly Dictionary<RemovalErrorKind, (RemovalError Error, string Reason, bool BlocksRemovals)> Errors = new()
    {
        [RemovalErrorKind.ApiNotEnabled] = (CadErrors.ApiNotEnabled, "The API is off for this community, or its plan does not include the list.", false),
        [RemovalErrorKind.InvalidCommunity] = (CadErrors.InvalidCommunity, AccountReason("invalid_community"), true),
        [RemovalErrorKind.InvalidApiKey] = (CadErrors.InvalidApiKey, AccountReason("invalid_api_key"), true),
        [RemovalErrorKind.Unauthorized] = (CadErrors.Unauthorized, AccountReason("unauthorized"), true),
        [RemovalErrorKind.Forbidden] = (CadErrors.Forbidden, AccountReason("forbidden"), true),
        [RemovalErrorKind.InvalidRequestType] = (CadErrors.InvalidRequestType, "Sonoran CAD has no list of calls at this address (invalid_request_type).", false),
        [RemovalErrorKind.EndpointNotFound] = (CadErrors.EndpointNotFound, "Sonoran CAD has no list of calls at this address (endpoint_not_found).", false),
        [RemovalErrorKind.ServerUnknown] = (
            CadErrors.ServerUnknown, "Sonoran CAD does not recognize this game server's number. The server's owner must check serverId.", true),
        [RemovalErrorKind.Redirected] = (CadErrors.Redirected(302), CadErrors.Redirected(302).Message.InEnglish(), true),
        [RemovalErrorKind.Rejected] = (CadErrors.Rejected(400, "NO"), "Sonoran CAD rejected the request (400): \"NO\".", false),
        [RemovalErrorKind.ServerError] = (CadErrors.ServerError(500), "Sonoran CAD returned an error (500).", false),
    };

    public static TheoryData<string> Kinds => [.. Errors.Keys.Select(kind => kind.ToString())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachErrorHasItsReason(string kind)
    {
        var (error, reason, blocksRemovals) = Errors[Enum.Parse<RemovalErrorKind>(kind)];

        var found = CallListError.From(new CadResult(CadResultKind.Failed, error));

        Assert.Equal((reason, blocksRemovals), (found.Reason.InEnglish(), found.BlocksRemovals));
    }

    [Fact]
    public void SilentRefusalSaysSo() => Assert.Equal(
        "Sonoran CAD rejected the request (400) without giving a reason.",
        CallListError.From(new CadResult(CadResultKind.Failed, CadErrors.Rejected(400, ""))).Reason.InEnglish());

    [Theory]
    [InlineData("Cleared", false)]
    [InlineData("Retry", false)]
    [InlineData("Failed", true)]
    [InlineData("Refused", true)]
    [InlineData("AccountError", true)]
    [InlineData("NoEndpoint", true)]
    public void ErrorIsPermanentUnlessARetryMayHelp(string kind, bool isPermanent) =>
        Assert.Equal(isPermanent, CallListError.From(new CadResult(Enum.Parse<CadResultKind>(kind), CadErrors.NoConnection)).IsPermanent);

    [Fact]
    public void OtherApiMayHaveTheListIfThisOneIsOffOrMissing()
    {
        Assert.True(CallListError.From(new CadResult(CadResultKind.AccountError, CadErrors.ApiNotEnabled)).CanTryOtherApi);
        Assert.True(CallListError.From(new CadResult(CadResultKind.NoEndpoint, CadErrors.EndpointNotFound)).CanTryOtherApi);
        Assert.False(CallListError.From(new CadResult(CadResultKind.Retry, CadErrors.NoConnection)).CanTryOtherApi);
    }

    [Fact]
    public void UnreadableListIsAnUnexpectedResponse() => Assert.Equal(CadErrors.UnexpectedResponse.Message, CallListError.From(CadResult.Cleared).Reason);

    [Fact]
    public void ErrorOfATooLongListIsPermanent()
    {
        Assert.Equal("Sonoran CAD's list is too long to read.", CallListError.TooLong.Reason.InEnglish());
        Assert.Equal((true, false, false), (CallListError.TooLong.IsPermanent, CallListError.TooLong.CanTryOtherApi, CallListError.TooLong.BlocksRemovals));
    }

    [Fact]
    public void ErrorOfOurOwnLimitIsNotPermanent()
    {
        var error = CallListError.RateLimited(5, TimeSpan.FromSeconds(7.5));

        Assert.Equal("The list can only be read 5 times a minute. Next read in 8 s.", error.Reason.InEnglish());
        Assert.Equal((false, false, false), (error.IsPermanent, error.CanTryOtherApi, error.BlocksRemovals));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void CombinedErrorIsPermanentOrBlocksRemovalsIfEitherIs(bool first, bool second, bool both)
    {
        var error = Error(first).Combine(ApiVersion.V1, Error(second), ApiVersion.V2);

        Assert.Equal((both, both, false), (error.IsPermanent, error.BlocksRemovals, error.CanTryOtherApi));
        Assert.Equal($"API v1: {Error(first).Reason.InEnglish()} API v2: {Error(second).Reason.InEnglish()}", error.Reason.InEnglish());
    }

    private static CallListError Error(bool isPermanent) => CallListError.From(isPermanent
        ? new CadResult(CadResultKind.AccountError, CadErrors.InvalidApiKey)
        : new CadResult(CadResultKind.Retry, CadErrors.NoConnection));

    private static string AccountReason(string code) =>
        $"Sonoran CAD does not accept this server's account ({code}). The server's owner must check communityId and apiKey.";
}
