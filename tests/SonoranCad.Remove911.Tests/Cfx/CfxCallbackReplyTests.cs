using System.Collections.Generic;
using System.Threading.Tasks;
using CitizenFX.Core;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cfx;

public sealed class CfxCallbackReplyTests
{
    private static readonly CallbackDelegate OfSomeResource = _ => null!;
    private static readonly NetworkCallbackDelegate OfSomeClient = _ => Task.FromResult<object?>(null);

    [Fact]
    public void ResourceFunctionIsRejectedAsClientCallback()
    {
        // A client can send a reference to any resource's function as if it were its own.
        Assert.Null(CfxCallbackReply.FromClient(OfSomeResource, English.Localizer));
        Assert.NotNull(CfxCallbackReply.FromClient(OfSomeClient, English.Localizer));
    }

    [Fact]
    public void OnlyResourceFunctionIsAcceptedAsResourceCallback()
    {
        Assert.NotNull(CfxCallbackReply.FromResource(OfSomeResource, English.Localizer));
        Assert.Null(CfxCallbackReply.FromResource(OfSomeClient, English.Localizer));
        Assert.Null(CfxCallbackReply.FromResource("text", English.Localizer));
    }

    [Fact]
    public void FailureWithoutCallOmitsCallId()
    {
        IDictionary<string, object>? table = null;
        var callback = CfxCallbackReply.FromResource(new CallbackDelegate(args =>
        {
            table = (IDictionary<string, object>?)args[0];
            return null!;
        }), English.Localizer)!;

        callback.Answer(RemovalReport.Refused(RemovalErrors.NoCallId, []));

        var failed = Assert.Single((IEnumerable<Dictionary<string, object>>)table!["failed"]);
        Assert.False(failed.ContainsKey("callId"));
        Assert.Equal("no_call_id", failed["code"]);
    }
}
