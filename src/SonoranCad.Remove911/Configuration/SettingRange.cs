namespace SonoranCad.Remove911.Configuration;

/// <summary>The numbers from <paramref name="Min"/> to <paramref name="Max"/>, both included.</summary>
internal readonly record struct SettingRange(double Min, double Max)
{
    public bool Contains(double number) => number >= Min && number <= Max;
}
