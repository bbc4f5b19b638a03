using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Notifications;
using Xunit;

namespace SonoranCad.Remove911.Tests.Notifications;

public sealed class ChannelSelectorTests
{
    [Theory]
    [InlineData("Auto", "", "Chat")]
    [InlineData("Auto", "ox_lib", "OxLib")]
    [InlineData("Auto", "sonorancad", "SonoranCad")]
    [InlineData("Auto", "ox_lib sonorancad", "SonoranCad")]
    [InlineData("Chat", "ox_lib sonorancad", "Chat")]
    [InlineData("OxLib", "ox_lib sonorancad", "OxLib")]
    [InlineData("OxLib", "sonorancad", "Chat")]
    [InlineData("SonoranCad", "ox_lib sonorancad", "SonoranCad")]
    [InlineData("SonoranCad", "ox_lib", "Chat")]
    public void ConfiguredChannelIsUsedIfItsResourceRuns(string wanted, string running, string expected) => Assert.Equal(
        Enum.Parse<NotificationMode>(expected),
        ChannelSelector.Select(Enum.Parse<NotificationMode>(wanted), name => running.Split(' ').Contains(name)));
}
