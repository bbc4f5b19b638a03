using System;
using System.Collections.Generic;
using CitizenFX.Core;

public class ClearByExport : BaseScript
{
    public ClearByExport()
    {
        // Clears two calls with one request.
        dynamic remove911 = Exports["sonorancad-remove911"];
        remove911.clear911(new[] { 101, 102 }, new Action<dynamic>(result =>
        {
            foreach (var callId in result.cleared)
            {
                Debug.WriteLine($"Cleared: {callId}");
            }

            foreach (IDictionary<string, object> failure in result.failed)
            {
                failure.TryGetValue("callId", out var callId);
                Debug.WriteLine($"Not cleared: {callId}, {failure["code"]}");
            }
        }));
    }
}
