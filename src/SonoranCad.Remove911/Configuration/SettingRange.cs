namespace SonoranCad.Remove911.Configuration;

/// <summary>A range of numbers that includes both ends.</summary>
internal readonly record struct SettingRange(double Min, double Max)
{
    public bool Contains(double number) => number >= Min && number <= Max;
}
