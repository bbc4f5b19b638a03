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
        var neighbours = new NotificationResources(_resources);
        _resources.States["ox_lib"] = state;

        neighbours.OnStarting("ox_lib");

        Assert.Equal(isUp, neighbours.IsRunning("ox_lib"));
    }

    [Theory]
    [InlineData("started")]
    [InlineData("stopping")]
    public void StopEventMakesResourceUnavailableImmediately(string state)
    {
        _resources.States["sonorancad"] = "started";
        var neighbours = new NotificationResources(_resources);
        _resources.States["sonorancad"] = state;

        neighbours.OnStopping("sonorancad");

        Assert.False(neighbours.IsRunning("sonorancad"));
    }

    [Fact]
    public void ChangedFiresOnlyForRealChangesOfKnownResources()
    {
        var neighbours = new NotificationResources(_resources);
        var changes = 0;
        neighbours.Changed += () => changes++;
        var asked = _resources.StateQueries;

        neighbours.OnStarting("mapmanager");
        neighbours.OnStopping("mapmanager");
        neighbours.OnStopping("ox_lib");
        Assert.Equal((0, asked), (changes, _resources.StateQueries));

        _resources.States["ox_lib"] = "started";
        neighbours.OnStarting("ox_lib");
        neighbours.OnStarting("ox_lib");
        neighbours.OnStopping("ox_lib");
        Assert.Equal(2, changes);
    }
}
