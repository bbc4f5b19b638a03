using System.Net.Http;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class PlanTests : CadTestBase
{
    private const string Refused = "API IS NOT ENABLED FOR THIS COMMUNITY";

    [Theory]
    [InlineData(CadPlan.Free, 400, 400)]
    [InlineData(CadPlan.Standard, 200, 400)]
    [InlineData(CadPlan.Plus, 200, 200)]
    [InlineData(CadPlan.Pro, 200, 200)]
    public async Task V1RemovalNeedsStandardPlanAndListNeedsPlusPlan(CadPlan plan, int removal, int list)
    {
        Community.Plan = plan;

        using var calls = await PostAsync("/emergency/get_calls", Body("""[{"serverId": 1}]""", "GET_CALLS"));
        using var removed = await RemoveAsync();

        Assert.Equal((removal, list), ((int)removed.StatusCode, (int)calls.StatusCode));
        foreach (var answer in new[] { calls, removed })
        {
            Assert.Equal((int)answer.StatusCode == 400, await answer.Content.ReadAsStringAsync() == Refused);
        }
    }

    [Fact]
    public async Task PlanIsCheckedBeforeKey()
    {
        Community.Plan = CadPlan.Free;

        using var answer = await PostAsync("/emergency", Body("""[{"callId": 1}]""", key: "wrong"));

        await AssertResponseAsync(400, Refused, answer);
    }

    [Theory]
    [InlineData(CadPlan.Free, "1 FREE")]
    [InlineData(CadPlan.Standard, "2 STANDARD")]
    [InlineData(CadPlan.Plus, "2 PLUS")]
    public async Task VersionIsAvailableInEveryPlan(CadPlan plan, string text)
    {
        Community.Plan = plan;

        using var answer = await PostAsync("/general/get_version", Body("[]", "GET_VERSION"));

        await AssertResponseAsync(200, text, answer);
    }

    [Fact]
    public async Task V2IsAvailableInFreePlan()
    {
        Community.Plan = CadPlan.Free;

        using var calls = await SendAsync(HttpMethod.Get, "/v2/emergency/servers/1/calls");
        using var removal = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/1");

        Assert.Equal((200, 200), ((int)calls.StatusCode, (int)removal.StatusCode));
    }
}
