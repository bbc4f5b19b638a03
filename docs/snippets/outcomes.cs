using System;
using CitizenFX.Core;

public class RemovalLog : BaseScript
{
    public RemovalLog()
    {
        // Follows every removal, whoever asked for it.
        EventHandlers["sonorancad-remove911:cleared"] += new Action<int, dynamic>((callId, requester) =>
            Debug.WriteLine($"Call {callId} was cleared for {requester.name}"));

        EventHandlers["sonorancad-remove911:failed"] += new Action<int, string, string, dynamic>((callId, code, message, requester) =>
            Debug.WriteLine($"Call {callId} was not cleared for {requester.name}: {code}"));
    }
}
