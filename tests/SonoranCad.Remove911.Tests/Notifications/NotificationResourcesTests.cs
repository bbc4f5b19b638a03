using SonoranCad.Remove911.Notifications;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Notifications;

public sealed class NotificationResourcesTests
{
    private readonly FakeResources _resources = new();

    [Theory]
    [InlineData("started", true)]
    [InlineData("starting", false)]
    [InlineData("stopping", false)]
    [InlineData("stopped", false)]
    [InlineData("missing", false)]
    [InlineData("uninitialized", false)]
    public void OnlyStartedResourceIsAvailableInitially(string state, bool isUp)
    {
        _resources.States["ox_lib"] = state;

        Assert.Equal(isUp, new NotificationResources(_resources).IsRunning("ox_lib"));
    }

    [Theory]
    [InlineData("starting", true)]
    [InlineData("started", true)]
    [InlineData("stopped", false)]
    [InlineData("missing", false)]
    public void StartEventMakesResourceAvailableUnlessServerDisagrees(string state, bool isUp)
    {
        var resources = new NotificationResources(_resources);
        _resources.States["ox_lib"] = state;

        resources.OnStarting("ox_lib");

        Assert.Equal(isUp, resources.IsRunning("ox_lib"));
    }

    [Theory]
    [InlineData("started")]
    [InlineData("stopping")]
    public void StopEventMakesResourceUnavailableImmediately(string state)
    {
        _resources.States["sonorancad"] = "started";
        var resources = new NotificationResources(_resources);
        _resources.States["sonorancad"] = state;

        resources.OnStopping("sonorancad");

        Assert.False(resources.IsRunning("sonorancad"));
    }

    [Fact]
    public void ChangedFiresOnlyForRealChangesOfKnownResources()
    {
        var resources = new NotificationResources(_resources);
        var changes = 0;
        resources.Changed += () => changes++;
        var asked = _resources.StateQueries;

        resources.OnStarting("mapmanager");
        resources.OnStopping("mapmanager");
        resources.OnStopping("ox_lib");
        Assert.Equal((0, asked), (changes, _resources.StateQueries));

        _resources.States["ox_lib"] = "started";
        resources.OnStarting("ox_lib");
        resources.OnStarting("ox_lib");
        resources.OnStopping("ox_lib");
        Assert.Equal(2, changes);
    }
}
