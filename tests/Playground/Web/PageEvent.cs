namespace Playground.Web;

/// <summary>Something that the page shows.</summary>
/// <param name="Number">Counts up from 1.</param>
/// <param name="Name">Which part of the page shows it.</param>
/// <param name="Json">What it is.</param>
/// <param name="IsKept">Whether a page that is opened later is told too. A notification is gone by then.</param>
internal sealed record PageEvent(long Number, string Name, string Json, bool IsKept);
