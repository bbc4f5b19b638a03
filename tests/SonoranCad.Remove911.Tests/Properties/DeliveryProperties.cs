using CsCheck;
using SonoranCad.Remove911.Configuration;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

public sealed class DeliveryProperties
{
    [Theory]
    [InlineData("auto")]
    [InlineData("v1")]
    [InlineData("v2")]
    public void EveryRemovalCompletesOnceWithinRateLimits(string api) =>
        DeliveryStep.Sequence.Sample(
            steps =>
            {
                var model = new DeliveryModel(System.Enum.Parse<ApiMode>(api, ignoreCase: true));
                foreach (var step in steps)
                {
                    model.Apply(step);
                }

                model.Recover();
            },
            iter: 300,
            print: DeliveryStep.Print);
}
