using CitizenFX.Core;

public class RemovalStatus : BaseScript
{
    public RemovalStatus()
    {
        dynamic remove911 = Exports["sonorancad-remove911"];
        var status = remove911.status();
        if (!status.configured)
        {
            Debug.WriteLine($"911 calls cannot be cleared: {status.problem}");
        }
        else if (status.circuitOpen)
        {
            Debug.WriteLine($"Sonoran CAD is down; waiting removals: {status.waiting}");
        }
        else
        {
            Debug.WriteLine("911 calls can be cleared.");
        }
    }
}
