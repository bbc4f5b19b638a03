using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;

namespace Playground.Scene;

/// <summary>
/// What became of the calls since the last command, told by the resource's local events and callbacks: the outcome decides
/// whether a command was done, not what was printed about it.
/// </summary>
internal sealed class OutcomeTracker
{
    private readonly Dictionary<int, bool> _cleared = [];

    public OutcomeTracker(OtherResource listener)
    {
        listener.On("sonorancad-remove911:cleared", args => Record(args, cleared: true));
        listener.On("sonorancad-remove911:failed", args => Record(args, cleared: false));
    }

    /// <summary>Raised for each of the resource's events, with its name and arguments.</summary>
    public event Action<string, object?[]>? EventReceived;

    public bool IsEmpty => _cleared.Count == 0;

    /// <summary>Whether something was cleared and nothing failed.</summary>
    public bool AreAllCleared => _cleared.Count > 0 && _cleared.Values.All(cleared => cleared);

    /// <summary>Forgets what was: another command begins.</summary>
    public void Reset() => _cleared.Clear();

    /// <summary>The calls of <paramref name="named"/> that were not cleared, or were and then failed.</summary>
    public IReadOnlyList<int> NotCleared(IEnumerable<int> named) =>
        [.. named.Distinct().Where(call => !_cleared.GetValueOrDefault(call))];

    private void Record(object?[] args, bool cleared)
    {
        EventReceived?.Invoke("sonorancad-remove911:" + (cleared ? "cleared" : "failed"), args);
        if (args.Length > 0 && args[0] is IConvertible call and not string)
        {
            _cleared[Convert.ToInt32(call, CultureInfo.InvariantCulture)] = cleared;
        }
    }
}
