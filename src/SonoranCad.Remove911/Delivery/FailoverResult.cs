using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>What follows from a response that there is no such endpoint.</summary>
/// <param name="Step">What to do next.</param>
/// <param name="Error">Why the calls fail if no endpoint is left to try.</param>
internal readonly record struct FailoverResult(MissingStep Step, RemovalError Error);
