using System;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Why the CAD's list could not be had.</summary>
internal sealed class CallListError
{
    private CallListError(Phrase reason, bool isLasting, bool mayOtherServe)
    {
        Reason = reason;
        IsLasting = isLasting;
        MayOtherServe = mayOtherServe;
    }

    /// <summary>The CAD's reason, in whole sentences.</summary>
    public Phrase Reason { get; }

    /// <summary>Whether it stays so until the owner does something.</summary>
    public bool IsLasting { get; }

    /// <summary>Whether the other API generation may have what this one has not.</summary>
    public bool MayOtherServe { get; }

    public static CallListError TooLong { get; } = new(new Phrase("open.why.too_long"), isLasting: true, mayOtherServe: false);

    /// <summary>The list was read so often that it has to wait.</summary>
    public static CallListError TooOften(int most, TimeSpan wait) =>
        new(new Phrase("open.why.limit").With("most", most).With("time", DelayMessages.Time(wait)), isLasting: false, mayOtherServe: false);

    /// <summary>The answer was none of a list.</summary>
    public static CallListError Of(CadResult verdict) => new(
        Explain(verdict.Outcome ?? CadErrors.UnexpectedAnswer),
        isLasting: verdict.Kind is not (CadResultKind.Retry or CadResultKind.Cleared),
        mayOtherServe: verdict.IsNotEnabled || verdict.Kind == CadResultKind.NoEndpoint);

    /// <summary>Both generations were asked, this one first.</summary>
    public CallListError And(int generation, CallListError other, int otherGeneration) => new(
        new Phrase("open.why.both")
            .With("one", generation)
            .With("first", Reason)
            .With("two", otherGeneration)
            .With("second", other.Reason),
        IsLasting || other.IsLasting,
        mayOtherServe: false);

    // The sentences of removals tell what becomes of the removal; where that is so, a list has its own.
    private static Phrase Explain(RemovalError outcome) => outcome.Code switch
    {
        "api_not_enabled" => new Phrase("open.why.plan"),
        "invalid_community" or "invalid_api_key" or "unauthorized" or "forbidden" =>
            new Phrase("open.why.account").With("code", outcome.Code),
        "invalid_request_type" or "endpoint_not_found" => new Phrase("open.why.no_list").With("code", outcome.Code),
        "server_unknown" => new Phrase("open.why.server"),
        "cad_rejected" => Rejected(outcome.Message),
        _ => outcome.Message,
    };

    private static Phrase Rejected(Phrase message)
    {
        var status = message.Value("status") ?? 0;
        return message.Value("words") is { } words
            ? new Phrase("open.why.rejected").With("status", status).With("words", words)
            : new Phrase("open.why.rejected_silently").With("status", status);
    }
}
