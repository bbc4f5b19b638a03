using System.Collections.Generic;
using CitizenFX.Core;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxOutcomeEvents : IOutcomeEvents
{
    public const string ClearedEvent = "sonorancad-remove911:cleared";
    public const string FailedEvent = "sonorancad-remove911:failed";

    private readonly Localizer _localizer;

    public CfxOutcomeEvents(Localizer localizer)
    {
        _localizer = localizer;
    }

    public void RaiseCleared(int callId, IReadOnlyDictionary<string, object> requester) =>
        BaseScript.TriggerEvent(ClearedEvent, callId, requester);

    public void RaiseFailed(int callId, RemovalError error, IReadOnlyDictionary<string, object> requester) =>
        BaseScript.TriggerEvent(FailedEvent, callId, error.Code, _localizer.Format(error.Message), requester);
}
