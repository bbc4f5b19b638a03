using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Send times and their text for the store, milliseconds with commas between. At 6,000 a minute the text is long: a time is
/// appended, and those that no longer count are removed from it together.
/// </summary>
internal sealed class SentTimes
{
    private readonly Queue<long> _times = new();
    private readonly StringBuilder _text = new();
    private int _expiredLength;

    public int Count => _times.Count;

    public long First => _times.Peek();

    public void Add(long milliseconds)
    {
        _times.Enqueue(milliseconds);
        _text.Append(_text.Length == 0 ? string.Empty : ",").Append(Format(milliseconds));
    }

    public void RemoveFirst()
    {
        _expiredLength += Format(_times.Dequeue()).Length + 1;
        if (_expiredLength > _text.Length / 2)
        {
            _text.Remove(0, _expiredLength);
            _expiredLength = 0;
        }
    }

    /// <summary>The times for the store, perhaps after some that no longer count.</summary>
    public override string ToString() => _text.ToString();

    private static string Format(long milliseconds) => milliseconds.ToString(CultureInfo.InvariantCulture);
}
