using System;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Why the CAD's list could not be had.</summary>
internal sealed class CallListError
{
    private CallListError(Phrase reason, bool isPermanent, bool canTryOtherApi)
    {
        Reason = reason;
        IsPermanent = isPermanent;
        CanTryOtherApi = canTryOtherApi;
    }

    /// <summary>The CAD's reason, in whole sentences.</summary>
    public Phrase Reason { get; }

    /// <summary>Whether it stays so until the owner does something.</summary>
    public bool IsPermanent { get; }

    /// <summary>Whether the other API generation may have what this one has not.</summary>
    public bool CanTryOtherApi { get; }

    public static CallListError TooLong { get; } = new(new Phrase("open.why.too_long"), isPermanent: true, canTryOtherApi: false);

    /// <summary>The list was read so often that it has to wait.</summary>
    public static CallListError RateLimited(int limit, TimeSpan wait) =>
        new(new Phrase("open.why.limit").With("most", limit).With("time", DurationText.FormatWait(wait)), isPermanent: false, canTryOtherApi: false);

    /// <summary>The answer was none of a list.</summary>
    public static CallListError From(CadResult result) => new(
        Explain(result.Error ?? CadErrors.UnexpectedResponse),
        isPermanent: result.Kind is not (CadResultKind.Retry or CadResultKind.Cleared),
        canTryOtherApi: result.IsApiNotEnabled || result.Kind == CadResultKind.NoEndpoint);

    /// <summary>Both generations were asked, this one first.</summary>
    public CallListError Combine(ApiVersion apiVersion, CallListError other, ApiVersion otherApiVersion) => new(
        new Phrase("open.why.both")
            .With("one", (int)apiVersion)
            .With("first", Reason)
            .With("two", (int)otherApiVersion)
            .With("second", other.Reason),
        IsPermanent || other.IsPermanent,
        canTryOtherApi: false);

    // The sentences of removals tell what becomes of the removal; where that is so, a list has its own.
    private static Phrase Explain(RemovalError error) => error.Kind switch
    {
        RemovalErrorKind.ApiNotEnabled => new Phrase("open.why.plan"),
        RemovalErrorKind.InvalidCommunity or RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized or RemovalErrorKind.Forbidden =>
            new Phrase("open.why.account").With("code", error.Code),
        RemovalErrorKind.InvalidRequestType or RemovalErrorKind.EndpointNotFound => new Phrase("open.why.no_list").With("code", error.Code),
        RemovalErrorKind.ServerUnknown => new Phrase("open.why.server"),
        RemovalErrorKind.Rejected when error.CadMessage.Length > 0 =>
            new Phrase("open.why.rejected").With("status", error.Status).With("words", error.CadMessage),
        RemovalErrorKind.Rejected => new Phrase("open.why.rejected_silently").With("status", error.Status),
        _ => error.Message,
    };
}
