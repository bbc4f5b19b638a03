using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>
/// Natives that go wrong, as on a real server: one throws now and then, and strings are damaged. A function that another resource
/// handed over is freed by a finalizer, whose native call shares a heap of strings with the main thread's: a string passed to a
/// native at that moment is exchanged for another one. Off until told otherwise.
/// </summary>
public sealed class FxNativeFaults
{
    // How many of the strings passed last the heap still holds.
    private const int HeapSize = 64;

    private readonly Dictionary<string, (int Every, int Calls)> _throwing = new Dictionary<string, (int Every, int Calls)>(StringComparer.Ordinal);
    private readonly List<string> _heap = new List<string>(HeapSize);
    private Random? _damage;
    private double _damageShare;
    private int _heapPosition;

    internal FxNativeFaults()
    {
    }

    /// <summary>Raised before a native throws, with its name and its arguments: nothing of it is done.</summary>
    public event Action<string, object?[]>? Throwing;

    /// <summary>How many natives have thrown.</summary>
    public int Thrown { get; private set; }

    /// <summary>How many strings were exchanged.</summary>
    public int Damaged { get; private set; }

    /// <summary>The native throws at its every n-th call from now on; 0 ends it.</summary>
    /// <param name="native">
    /// A store native, <c>PerformHttpRequestInternalEx</c>, <c>TriggerEvent</c>, or <c>TriggerClientEvent</c> for those to players.
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
    /// From now on this share of the strings that a store native gets, keys and values, is exchanged for another one that a native
    /// got lately; 0 ends it.
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
