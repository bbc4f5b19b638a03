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
    public void CallNotFoundOnFirstAttemptFails(string api, int status, string text)
    {
        var rig = new DeliveryRig(api == "v1" ? ApiMode.V1 : ApiMode.V2);
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(status, text);

        Assert.Equal("call_not_found", reply.Code);
    }

    [Theory]
    [InlineData(0, "", true)]
    [InlineData(500, "", true)]
    [InlineData(200, "<html>", true)]
    [InlineData(429, "", false)]
    [InlineData(403, "error code: 1020", false)]
    [InlineData(200, "API rate limit exceeded", false)]
    public void CallNotFoundCountsAsClearedOnlyAfterTryThatMayHaveClearedIt(int status, string text, bool isCleared)
    {
        foreach (var (api, notFoundStatus, notFound) in new[] { (ApiMode.V1, 400, "CALL NOT FOUND"), (ApiMode.V2, 404, NotFoundOfV2), (ApiMode.V2, 404, NotFoundWithoutDetail) })
        {
            var rig = new DeliveryRig(api);
            var reply = rig.Enqueue(1);
            rig.Tick();
            for (var tries = 0; tries < 2; tries++)
            {
                rig.RespondToLast(status, text);
                rig.Tick(62);
            }

            rig.RespondToLast(notFoundStatus, notFound);

            Assert.Equal(isCleared, reply.Reports[0].IsSuccess);
        }
    }

    [Theory]
    [InlineData("v1", 400, "CALL NOT FOUND")]
    [InlineData("v2", 404, NotFoundOfV2)]
    public void CallNotFoundAfterOurOwnTimeoutCountsAsCleared(string api, int status, string text)
    {
        var rig = new DeliveryRig(api == "v1" ? ApiMode.V1 : ApiMode.V2);
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.Tick(10);
        rig.Tick(3);
        rig.RespondToLast(status, text);

        Assert.Equal([1], reply.Cleared);
    }

    [Fact]
    public void CallNotFoundAfterRequestThatWasNotSentFails()
    {
        var rig = new DeliveryRig(ApiMode.V1) { SendResult = () => -1 };
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.SendResult = null;
        rig.Tick();
        rig.Tick(3);
        rig.RespondToLast(400, "CALL NOT FOUND");

        Assert.Equal("call_not_found", reply.Code);
    }

    [Theory]
    [InlineData("INVALID REQUEST TYPE")]
    [InlineData("Backend Service Reached")]
    public void CallNotFoundAfterWorkingEndpointWasMissingOnceFails(string text)
    {
        var rig = new DeliveryRig(ApiMode.V1);
        rig.Enqueue(9);
        rig.Tick();
        rig.RespondToLast(200);
        var reply = rig.Enqueue(1);
        rig.Tick(62);
        rig.RespondToLast(400, text);
        rig.Tick(62);
        rig.RespondToLast(400, "CALL NOT FOUND");

        Assert.Equal("call_not_found", reply.Code);
    }

    // A rate-limited v1 opens the circuit, v2 refuses the account, and v1 has worked.
    [Theory]
    [InlineData(401, null)]
    [InlineData(403, """{"title":"Forbidden","status":403}""")]
    [InlineData(404, "")]
    public void CallNotFoundAfterOtherVersionRefusedTheAccountFails(int status, string? text)
    {
        var rig = new DeliveryRig();
        rig.Enqueue(9);
        rig.Tick();
        rig.RespondToLast(200);
        var reply = rig.Enqueue(1);
        for (var i = 0; i < 5; i++)
        {
            rig.Tick(62);
            rig.RespondToLast(429);
        }

        rig.Tick(62);
        Assert.Equal("DELETE", rig.Sent[^1].Request.Method);
        rig.RespondToLast(status, text);
        if (rig.Sent[^1].Request.Method == "DELETE")
        {
            rig.Tick(62);
        }

        rig.RespondToLast(400, "CALL NOT FOUND");

        Assert.Equal("call_not_found", reply.Code);
    }
}
