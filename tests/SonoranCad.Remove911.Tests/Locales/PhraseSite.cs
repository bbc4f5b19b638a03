using System.Collections.Generic;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>A place in the source that makes a phrase.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Keys">Its key, or those of which one is chosen; none where it could not be read.</param>
/// <param name="Names">The placeholders it is given values for, there and on its way.</param>
internal sealed record PhraseSite(string Place, IReadOnlyCollection<string> Keys, IReadOnlyCollection<string> Names);
