namespace System.Collections.Generic;

/// <summary>What <c>VirtualTime</c> needs of .NET's class of this name, which Mono lacks. No two priorities are equal.</summary>
internal sealed class PriorityQueue<TElement, TPriority>
    where TPriority : IComparable<TPriority>
{
    private readonly SortedSet<(TPriority Priority, TElement Element)> _items = new(Comparer<(TPriority Priority, TElement Element)>.Create(
        (left, right) => left.Priority.CompareTo(right.Priority)));

    public void Enqueue(TElement element, TPriority priority) => _items.Add((priority, element));

    public TElement Dequeue()
    {
        var first = _items.Min;
        _items.Remove(first);
        return first.Element;
    }

    public bool TryPeek(out TElement element, out TPriority priority)
    {
        (priority, element) = _items.Min;
        return _items.Count > 0;
    }
}
