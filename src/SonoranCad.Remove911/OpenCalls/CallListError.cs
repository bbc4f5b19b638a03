namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Why the CAD's list couldn't be fetched.</summary>
/// <param name="Reason">The reason, in whole sentences.</param>
/// <param name="IsPermanent">Whether it lasts until the owner fixes something.</param>
/// <param name="CanTryOtherApi">Whether the other API version may have the list.</param>
/// <param name="BlocksRemovals">Whether removals fail for the same reason: no number and no other source helps.</param>
internal sealed record CallListError(
    Phrase Reason, bool IsPermanent = false, bool CanTryOtherApi = false, bool BlocksRemovals = false)
{
    public static CallListError TooLong { get; } = new(new Phrase("open.why.too_long"), IsPermanent: true);

    /// <summary>This resource's own limit on list requests is used up.</summary>
    public static CallListError RateLimited(int limit, TimeSpan wait) =>
        new(new Phrase("open.why.limit").With("most", limit).With("time", DurationText.FormatWait(wait)));

    /// <summary>The response was not a list.</summary>
    public static CallListError From(CadResult result) => new(
        Explain(result.Error ?? CadErrors.UnexpectedResponse),
        IsPermanent: result.Kind is not (CadResultKind.Retry or CadResultKind.Cleared),
        CanTryOtherApi: result.IsApiNotEnabled || result.Kind == CadResultKind.NoEndpoint,
        result.Error?.Kind is RemovalErrorKind.InvalidCommunity or RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized
            or RemovalErrorKind.Forbidden or RemovalErrorKind.ServerUnknown or RemovalErrorKind.Redirected);

    /// <summary>Both API versions failed, this one first.</summary>
    public CallListError Combine(ApiVersion apiVersion, CallListError other, ApiVersion otherApiVersion) => new(
        new Phrase("open.why.both")
            .With("one", (int)apiVersion).With("first", Reason)
            .With("two", (int)otherApiVersion).With("second", other.Reason),
        IsPermanent || other.IsPermanent,
        BlocksRemovals: BlocksRemovals || other.BlocksRemovals);

    // Some messages for removals say what happens to the removal. In their place a list has messages of its own.
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

/// <summary>The result of a list request: the calls, or else the error.</summary>
internal sealed record CallListResult(CallList? Calls, CallListError? Error);
