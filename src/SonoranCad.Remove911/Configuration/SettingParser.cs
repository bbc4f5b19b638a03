using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Reads one kind of value. Stateless; several settings may share one.</summary>
internal abstract class SettingParser<T>
{
    /// <inheritdoc cref="SettingDefinition.Range"/>
    public virtual SettingRange? Range => null;

    /// <inheritdoc cref="SettingDefinition.AllowedWords"/>
    public virtual IReadOnlyList<string> AllowedWords => Array.Empty<string>();

    /// <summary>
    /// The value of <paramref name="input"/>. If it is wrong, the input gets an error and the setting
    /// <paramref name="fallback"/>.
    /// </summary>
    public abstract T Parse(SettingInput input, T fallback);
}
