using System.Linq;
using CsCheck;

namespace SonoranCad.Remove911.Tests.Properties;

/// <summary>One event in the delivery's life. The meaning of the numbers depends on the kind.</summary>
internal sealed record DeliveryStep(DeliveryStepKind Kind, int A, int B)
{
    public static Gen<DeliveryStep[]> Sequence { get; } = Gen.Select(
        Gen.Frequency(
            (6, DeliveryStepKind.Enqueue),
            (8, DeliveryStepKind.Tick),
            (8, DeliveryStepKind.Respond),
            (2, DeliveryStepKind.RespondToAny),
            (1, DeliveryStepKind.Crash),
            (1, DeliveryStepKind.Stop),
            (1, DeliveryStepKind.ChangeAccount),
            (1, DeliveryStepKind.Reload),
            (3, DeliveryStepKind.RemovedByCad),
            (1, DeliveryStepKind.ToggleSendFailure)),
        Gen.Int[0, 999],
        Gen.Int[0, 999],
        (kind, a, b) => new DeliveryStep(kind, a, b)).Array[0, 120];

    public static string Print(DeliveryStep[] steps) => string.Join("; ", steps.Select(step => $"{step.Kind} {step.A} {step.B}"));
}
