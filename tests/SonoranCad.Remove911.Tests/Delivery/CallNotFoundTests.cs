using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>When a call that the CAD does not know counts as cleared: after a try that may have cleared it.</summary>
public sealed class CallNotFoundTests
{
    private const string NotFoundOfV2 = """{"title":"Not Found","status":404,"detail":"Call 1 was not found."}""";
    private const string NotFoundWithoutDetail = """{"title":"Not Found","status":404}""";

    [Theory]
    [InlineData("v1", 400, "CALL NOT FOUND")]
    [InlineData("v2", 404, NotFoundOfV2)]
    [InlineData("v2", 404, NotFoundWithoutDetail)]
    public void CallNotFoundAfterLostResponseCountsAsCleared(string api, int status, string text)
    {
        var rig = new DeliveryRig(api == "v1" ? ApiMode.V1 : ApiMode.V2);
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(0);
        rig.Tick(3);
        rig.RespondToLast(status, text);

        Assert.Equal([1], reply.Cleared);
    }

    [Theory]
    [InlineData("v1", 400, "CALL NOT FOUND")]
    [InlineData("v2", 404, NotFoundOfV2)]
    [InlineData("v2", 404, NotFoundWithoutDetail)]
    public void CallNotFoundOnFirstAttemptFails(string api, int status, string text)
    {
        var rig = new DeliveryRig(api == "v1" ? ApiMode.V1 : ApiMode.V2);
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(status, text);

        Assert.Equal("call_not_found", reply.Code);
    }

    [Theory]
    [InlineData("v1", 400, "CALL NOT FOUND")]
    [InlineData("v2", 404, NotFoundOfV2)]
    public void CallNotFoundAfterRequestThatWasNotServedFails(string api, int status, string text)
    {
        var rig = new DeliveryRig(api == "v1" ? ApiMode.V1 : ApiMode.V2);
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(429);
        rig.Tick(61);
        rig.RespondToLast(status, text);

        Assert.Equal("call_not_found", reply.Code);
    }
}
