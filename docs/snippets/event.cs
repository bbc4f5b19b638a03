using System;
using CitizenFX.Core;

public class ClearByEvent : BaseScript
{
    public ClearByEvent()
    {
        // Clears call 101. The callback is called once, with one object.
        TriggerEvent("sonorancad-remove911:clear", 101, new Action<dynamic>(result =>
        {
            if (result.ok)
            {
                Debug.WriteLine("Call 101 is cleared.");
            }
            else
            {
                Debug.WriteLine($"Call 101 is not cleared: {result.failed[0].message}");
            }
        }));
    }
}
