using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class BatchSenderTests
{
    private readonly DeliveryRig _rig = new(ApiMode.V1);

    [Fact]
    public void RequestAndResponseAreLoggedForDebugging()
    {
        _rig.ReadAccount();
        _rig.Log.Level = LogLevel.Debug;
        _rig.Enqueue(1, 2);
        _rig.Tick();
        Assert.Contains("Request 0 (v1): remove 1, 2.", _rig.Console.Single());

        _rig.RespondToLast(503);
        Assert.Contains("Response 503 (v1): cad_error.", _rig.Console[1]);
        _rig.Tick(2.1);
        _rig.RespondToLast(200);
        Assert.Contains(_rig.Console, line => line.Contains("Response 200 (v1): cleared."));
    }

    [Fact]
    public void RequestThatWasNotSentIsNotCounted()
    {
        _rig.Enqueue(1);
        _rig.SendResult = () => -1;
        _rig.Tick();
        _rig.Tick();
        Assert.Equal(0, _rig.Delivery.Status.Requests);

        _rig.SendResult = () => 0;
        _rig.Tick(3);
        Assert.Equal(1, _rig.Delivery.Status.Requests);
    }

    [Fact]
    public void EntryKnowsItsTriesAndTheEndpointOfTheLast()
    {
        _rig.Enqueue(1);
        var entry = _rig.Delivery.Outbox.GetAll().Single();
        _rig.Tick();
        Assert.NotNull(entry.Batch);
        Assert.Equal((0, ""), (entry.Tries, entry.Api));

        _rig.RespondToLast(503);
        Assert.Null(entry.Batch);
        Assert.Equal((1, "v1"), (entry.Tries, entry.Api));
        _rig.Tick(3);
        _rig.RespondToLast(404);
        Assert.Equal((2, "v1"), (entry.Tries, entry.Api));
        _rig.Tick(3);
        _rig.RespondToLast(200);
        Assert.Equal((3, "v1-typed"), (entry.Tries, entry.Api));
    }

    [Fact]
    public void RequestGoesOutAfterTheStoreIsOnTheDisk()
    {
        var sentAtFlush = -1;
        _rig.Store.OnFlush = () => sentAtFlush = _rig.Sent.Count;
        _rig.Enqueue(1);
        _rig.Tick();

        Assert.Equal((0, 1), (sentAtFlush, _rig.Sent.Count));
    }

    [Fact]
    public void CallsOfAnotherCommunityEndAlongsideThoseThatAreSent()
    {
        var old = _rig.Enqueue(1, 2);
        _rig.Config = """{ "communityId": "d", "apiKey": "key-1", "serverId": 1 }""";
        _rig.ReadAccount();
        _rig.Enqueue(1, 3);
        _rig.Tick();

        Assert.Equal([1, 3], _rig.Calls(0));
        Assert.Equal("community_changed", old.Code);
    }

    [Theory]
    [InlineData("""{ "communityId": "d", "apiKey": "key-1", "serverId": 1 }""")]
    [InlineData("""{ "communityId": "c", "apiKey": "key-1", "serverId": 2 }""")]
    [InlineData("""{ "communityId": "c", "apiKey": "key-1", "serverId": 1, "apiUrl": "https://cad.example" }""")]
    public void NothingIsSentIfAllCallsAreOfAnotherServer(string config)
    {
        var old = _rig.Enqueue(1, 2);
        _rig.Config = config;
        _rig.ReadAccount();
        _rig.Tick();

        Assert.Empty(_rig.Sent);
        Assert.Equal("community_changed", old.Code);
        Assert.Empty(_rig.Store.Keys("sent:"));
        Assert.False(_rig.Dispatcher.NeedsTick);
    }
}
