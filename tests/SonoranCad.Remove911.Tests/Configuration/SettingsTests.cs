using System;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void ShippedFileContainsTheDefaults() =>
        Assert.Empty(SettingDefinitions.Compare(ConfigReader.Read(Repository.Text("config.json")).Settings, new Settings()));

    [Fact]
    public void TimesAreInTheUnitsOfTheirNames()
    {
        var settings = new Settings { ClearAfterMinutes = 5, MaxAgeMinutes = 7, V1IntervalSeconds = 0.5 };

        Assert.Equal(TimeSpan.FromMinutes(5), settings.ClearAfter);
        Assert.Equal(TimeSpan.FromMinutes(7), settings.MaxAge);
        Assert.Equal(TimeSpan.FromSeconds(0.5), settings.V1Interval);
    }

    [Fact]
    public void PermissionIsNamedAfterTheCommand() => Assert.Equal("command.del911", new Settings { Command = "del911" }.Ace);

    [Fact]
    public void UpdateAppliesBeforeItIsAnnounced()
    {
        var monitor = new SettingsMonitor(new Settings());
        var updated = new Settings();
        Settings? announced = null;
        monitor.Changed += () => announced = monitor.Current;

        monitor.Update(updated);

        Assert.Same(updated, announced);
    }
}
