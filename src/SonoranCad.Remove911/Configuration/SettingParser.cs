namespace SonoranCad.Remove911.Configuration;

/// <summary>Reads one kind of value. Stateless, so several settings may share one.</summary>
internal abstract class SettingParser<T>
{
    /// <inheritdoc cref="SettingDefinition.Range"/>
    public virtual SettingRange? Range => null;

    /// <inheritdoc cref="SettingDefinition.AllowedWords"/>
    public virtual IReadOnlyList<string> AllowedWords => [];

    /// <summary>The value of <paramref name="input"/>; rejects a wrong one in favor of <paramref name="fallback"/>.</summary>
    public abstract T Parse(SettingInput input, T fallback);
}
