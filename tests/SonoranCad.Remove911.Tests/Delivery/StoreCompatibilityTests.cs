using System;
using System.Linq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>Key-value store contents captured from version 0.2.0 are restored by this build.</summary>
public sealed class StoreCompatibilityTests
{
    private readonly DeliveryRig _rig = new();

    public StoreCompatibilityTests()
    {
        foreach (var line in Repository.Text("tests/SonoranCad.Remove911.Tests/Delivery/Captured/store-0.2.0.tsv").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            _rig.Store.Values[parts[0]] = parts[1];
        }

        _rig.Clock.UtcNow = new DateTime(2026, 11, 24, 12, 0, 6, DateTimeKind.Utc);
        _rig.Restart();
    }

    [Fact]
    public void EntriesOfVersion020AreSentAndCleared()
    {
        _rig.Tick(10);
        _rig.RespondToLast(200);

        Assert.Equal([101, 102, 103, 104], _rig.Calls(0).Order());
        Assert.Equal([101, 102, 103, 104], _rig.Events.Select(outcome => outcome.CallId).Order());
        Assert.All(_rig.Events, outcome => Assert.Null(outcome.Code));
        Assert.Empty(_rig.Store.Keys("outbox:"));
        Assert.Empty(_rig.Store.Keys("aside:"));
    }

    [Fact]
    public void RequestersOfVersion020AreRestored()
    {
        var requesters = _rig.Delivery.Outbox.GetAll().OrderBy(entry => entry.CallId).Select(entry => entry.Requester).ToList();

        Assert.Equal(RequesterKind.Console, requesters[0].Kind);
        Assert.Equal(("Jane \"JD\" Döe", 3, "license:1f6b24c0a9"), (requesters[2].Name, requesters[2].Source, requesters[2].License));
        Assert.Equal((RequesterKind.Resource, "dispatch"), (requesters[3].Kind, requesters[3].Name));
    }

    [Fact]
    public void EntriesContainEverythingThatVersion020Reads()
    {
        var captured = JObject.Parse(_rig.Store.Values["outbox:103"]);
        var fresh = new DeliveryRig();
        fresh.Clock.UtcNow = DateTimeOffset.FromUnixTimeMilliseconds(1795521605040).UtcDateTime;
        fresh.EnqueueFor(Requester.Player(3, "Jane \"JD\" Döe", "license:1f6b24c0a9"), 103);
        var stored = JObject.Parse(fresh.Store.Values["outbox:103"]);

        Assert.All(captured.Properties(), property => Assert.Equal(property.Value, stored[property.Name]));
    }
}
