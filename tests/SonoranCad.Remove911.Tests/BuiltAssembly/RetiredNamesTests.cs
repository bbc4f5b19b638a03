using Xunit;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

public sealed class RetiredNamesTests
{
    [Theory]
    [InlineData("ClearDesk")]
    [InlineData("DeliveryLine")]
    [InlineData("CallLines")]
    [InlineData("INotifyWay")]
    [InlineData("Flight")]
    [InlineData("HTTPLine")]
    [InlineData("V1Answer")]
    [InlineData("Inquiries")]
    public void NameThatEndsInRetiredWordIsRetired(string name) => Assert.True(RetiredNames.IsRetired(name));

    [Theory]
    [InlineData("DeliveryPipeline")]
    [InlineData("Outline")]
    [InlineData("LineReader")]
    [InlineData("InFlightBatch")]
    [InlineData("String")]
    [InlineData("Acknowledge")]
    [InlineData("Settings")]
    public void NameThatEndsInAnotherWordIsNotRetired(string name) => Assert.False(RetiredNames.IsRetired(name));
}
