using CitizenFX.Core;
using CitizenFX.Core.Native;

public class ClearIfStarted : BaseScript
{
    public ClearIfStarted()
    {
        if (API.GetResourceState("sonorancad-remove911") == "started")
        {
            dynamic remove911 = Exports["sonorancad-remove911"];
            remove911.clear911(101);
        }
        else
        {
            Debug.WriteLine("sonorancad-remove911 is not started: clear call 101 in the CAD.");
        }
    }
}
