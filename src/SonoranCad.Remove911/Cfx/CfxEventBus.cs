using System.Collections.Generic;
using CitizenFX.Core;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxEventBus : IEventBus
{
    public const string Cleared = "sonorancad-remove911:cleared";
    public const string Failed = "sonorancad-remove911:failed";

    public void CallCleared(int callId, IReadOnlyDictionary<string, object> requester) =>
        BaseScript.TriggerEvent(Cleared, callId, requester);

    public void CallFailed(int callId, string code, string message, IReadOnlyDictionary<string, object> requester) =>
        BaseScript.TriggerEvent(Failed, callId, code, message, requester);
}
