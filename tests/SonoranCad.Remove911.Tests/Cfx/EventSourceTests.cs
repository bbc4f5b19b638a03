using SonoranCad.Remove911.Cfx;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cfx;

public sealed class EventSourceTests
{
    [Theory]
    [InlineData("net:1", 1)]
    [InlineData("net:65537", 65537)]
    public void ClientSourceIsParsedToNetId(string source, int expected)
    {
        Assert.True(EventSource.TryGetClient(source, out var id));
        Assert.Equal(expected, id);
        Assert.False(EventSource.IsServer(source));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("net:")]
    [InlineData("net:0")]
    [InlineData("net:-1")]
    [InlineData("net: 1")]
    [InlineData("NET:1")]
    [InlineData("internal-net:1")]
    public void OtherSourcesAreNotClients(string? source) => Assert.False(EventSource.TryGetClient(source, out _));

    [Fact]
    public void InternalSourceIsParsedToPlayerId()
    {
        Assert.True(EventSource.TryGetPlayerOfServerEvent("internal-net:7", out var id));
        Assert.Equal(7, id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("net:7")]
    [InlineData("internal-net:")]
    [InlineData("internal-net:0")]
    [InlineData("internal-net:-7")]
    [InlineData("net:internal-net:7")]
    public void OtherSourcesAreNotInternal(string? source) => Assert.False(EventSource.TryGetPlayerOfServerEvent(source, out _));
}
