using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>
/// Makes natives fail as on a real server: some calls throw, and some strings are damaged. A finalizer frees functions that
/// other resources passed, and its native call shares a string heap with the main thread: a string that a native gets at that
/// moment is swapped with another one. Off by default.
/// </summary>
public sealed class FxNativeFaults
{
    // The number of recent strings still on the heap.
    private const int HeapSize = 64;

    private readonly Dictionary<string, (int Every, int Calls)> _throwing = new Dictionary<string, (int Every, int Calls)>(StringComparer.Ordinal);
    private readonly List<string> _heap = new List<string>(HeapSize);
    private Random? _damage;
    private double _damageShare;
    private int _heapPosition;

    internal FxNativeFaults()
    {
    }

    /// <summary>Raised with the name and the arguments before a native throws. The native then does nothing.</summary>
    public event Action<string, object?[]>? Throwing;

    public int Thrown { get; private set; }

    /// <summary>How many strings were swapped.</summary>
    public int Damaged { get; private set; }

    /// <summary>Makes every n-th call of a native throw from now on; 0 ends it.</summary>
    /// <param name="native">
    /// A store native, <c>PerformHttpRequestInternalEx</c>, <c>TriggerEvent</c>, or <c>TriggerClientEvent</c> for events to
    /// players.
    /// </param>
    /// <param name="every">1 for each call.</param>
    public void ThrowAtEvery(string native, int every)
    {
        _throwing.Remove(native);
        if (every > 0)
        {
            _throwing[native] = (every, 0);
        }
    }

    /// <summary>
    /// From now on, swaps this share of the strings that store natives get (keys and values) with a string that a native got
    /// recently; 0 ends it.
    /// </summary>
    public void DamageStrings(double share, int seed = 0)
    {
        _damage = share > 0 ? new Random(seed) : null;
        _damageShare = share;
    }

    /// <summary>Counts a call, which may throw.</summary>
    internal void Enter(string native, params object?[] args)
    {
        if (_throwing.Count == 0 || !_throwing.TryGetValue(native, out var state))
        {
            return;
        }

        _throwing[native] = (state.Every, state.Calls + 1);
        if ((state.Calls + 1) % state.Every == 0)
        {
            Thrown++;
            Throwing?.Invoke(native, args);
            throw new InvalidOperationException($"The native {native} failed.");
        }
    }

    /// <summary>The string as it reaches the native.</summary>
    internal string Pass(string text)
    {
        if (_damage is null)
        {
            return text;
        }

        var isDamaged = _heap.Count > 0 && _damage.NextDouble() < _damageShare;
        var passed = isDamaged ? _heap[_damage.Next(_heap.Count)] : text;
        Damaged += passed == text ? 0 : 1;
        Keep(text);
        return passed;
    }

    private void Keep(string text)
    {
        if (_heap.Count < HeapSize)
        {
            _heap.Add(text);
        }
        else
        {
            _heap[_heapPosition++ % HeapSize] = text;
        }
    }
}
