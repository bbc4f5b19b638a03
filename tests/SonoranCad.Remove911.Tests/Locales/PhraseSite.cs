using System.Collections.Generic;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>A place in the source that creates a phrase.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Keys">The key, or all keys that it may have; empty if unresolved.</param>
/// <param name="Names">The placeholders that get values, here and later.</param>
internal sealed record PhraseSite(string Place, IReadOnlyCollection<string> Keys, IReadOnlyCollection<string> Names);
