using System.IO;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class V2PaceTests
{
    [Fact]
    public void ThousandCallsAreClearedBeforeTheyExpireWithShippedSettings()
    {
        var settings = ConfigReader.Read(File.ReadAllText(Repository.File("config.json"))).Settings;
        settings.Api = ApiMode.V2;
        var rig = new DeliveryRig(settings);
        var replies = Enumerable.Range(0, 20).Select(i => rig.EnqueueFor(Requester.Resource("mdt"), [.. Enumerable.Range((i * 50) + 1, 50)])).ToList();
        rig.Tick();

        // Of the last request's first call, after ten have been sent: 95 windows of ten requests are ahead of it.
        Assert.All(replies.Skip(1), reply => Assert.Single(reply.Lines));
        Assert.Contains("number 950 in line, about 97 min", replies[^1].Lines[0]);

        for (var i = 0; i < 110 * 60 && replies.Exists(reply => reply.Reports.Count == 0); i++)
        {
            rig.RespondToAll(200);
            rig.Tick(0.98);
        }

        Assert.Equal(1000, replies.Sum(reply => reply.Cleared.Count));
        Assert.All(rig.Sent.Skip(10).Zip(rig.Sent), pair => Assert.True((pair.First.At - pair.Second.At).TotalSeconds > 60));
    }
}
