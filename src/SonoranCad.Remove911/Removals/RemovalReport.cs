namespace SonoranCad.Remove911.Removals;

/// <summary>The result of one request: the calls that were cleared and those that were not.</summary>
internal sealed record RemovalReport(IReadOnlyList<int> Cleared, IReadOnlyList<FailedRemoval> Failed)
{
    /// <summary>The cleared calls that the CAD did not list as open.</summary>
    public IReadOnlyList<int> Unlisted { get; init; } = [];

    public bool IsSuccess => Failed.Count == 0;

    /// <summary>Amber if only some calls were cleared, or if all others are kept.</summary>
    public Tone Tone => IsSuccess && Unlisted.Count == 0 ? Tone.Success
        : Cleared.Count > 0 || Failed.All(failure => failure.Error.Kind == RemovalErrorKind.Kept) ? Tone.Warning
        : Tone.Error;

    /// <summary>Failures by error, the most frequent first; all beyond <paramref name="most"/> errors are one group.</summary>
    public List<FailureGroup> GroupFailures(int most)
    {
        var all = Failed.GroupBy(failure => (failure.Error.Kind, failure.Error.Message)).OrderByDescending(group => group.Count()).ToList();
        var groups = all.Take(most).Select(group => new FailureGroup(group.First().Error, CallIds(group))).ToList();
        return all.Count > most ? [.. groups, new FailureGroup(null, CallIds(all.Skip(most).SelectMany(group => group)))] : groups;
    }

    public static RemovalReport AllFailed(IReadOnlyList<int> ids, RemovalError error) =>
        new([], ids.Select(id => new FailedRemoval(id, error)).ToList());

    /// <summary>A request that was refused as a whole: the refusal first, then the calls <paramref name="readable"/> in it.</summary>
    public static RemovalReport Refused(RemovalError error, IReadOnlyList<int> readable) =>
        new([], [new FailedRemoval(null, error), .. AllFailed(readable, error).Failed]);

    private static List<int> CallIds(IEnumerable<FailedRemoval> failures) =>
        failures.All(failure => failure.CallId.HasValue) ? failures.Select(failure => failure.CallId!.Value).ToList() : [];
}

/// <summary>One call that was not cleared, or a request that was refused as a whole (<see cref="CallId"/> is null).</summary>
internal sealed record FailedRemoval(int? CallId, RemovalError Error);

/// <summary>The calls that failed alike; none if a request was refused as a whole. The group of all other calls has no error.</summary>
internal sealed record FailureGroup(RemovalError? Error, IReadOnlyList<int> CallIds);
