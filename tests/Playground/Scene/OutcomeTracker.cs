using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;

namespace Playground.Scene;

/// <summary>
/// Records what became of calls, from the resource's local events. These outcomes decide whether a command is done, not what
/// was printed about it.
/// </summary>
internal sealed class OutcomeTracker
{
    private readonly List<(int CallId, bool IsCleared)> _outcomes = [];

    public OutcomeTracker(OtherResource listener)
    {
        listener.On("sonorancad-remove911:cleared", args => Record(args, isCleared: true));
        listener.On("sonorancad-remove911:failed", args => Record(args, isCleared: false));
    }

    /// <summary>Raised for each of the resource's events, with its name and arguments.</summary>
    public event Action<string, object?[]>? EventReceived;

    /// <summary>How many outcomes there are. A command remembers it to ask for those that follow.</summary>
    public int Count => _outcomes.Count;

    /// <summary>The last outcome of each call after the first <paramref name="count"/> outcomes.</summary>
    public IReadOnlyDictionary<int, bool> After(int count)
    {
        var latest = new Dictionary<int, bool>();
        foreach (var (callId, isCleared) in _outcomes.Skip(count))
        {
            latest[callId] = isCleared;
        }

        return latest;
    }

    private void Record(object?[] args, bool isCleared)
    {
        EventReceived?.Invoke("sonorancad-remove911:" + (isCleared ? "cleared" : "failed"), args);
        if (args.Length > 0 && args[0] is IConvertible callId and not string)
        {
            _outcomes.Add((Convert.ToInt32(callId, CultureInfo.InvariantCulture), isCleared));
        }
    }
}
