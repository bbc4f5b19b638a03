namespace SonoranCad.Remove911.Configuration;

/// <summary>Compares settings. Gives their definitions only, because the values may be secrets.</summary>
internal static class SettingsDiff
{
    /// <summary>The settings that differ, in the order of config.json.</summary>
    public static IReadOnlyList<SettingDefinition> Between(Settings before, Settings after) =>
        SettingDefinitions.All.Where(definition => !Equals(definition.ValueIn(before), definition.ValueIn(after))).ToList();
}
