using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>
/// Hashes an object with all that it leads to: two states with one hash behave alike from then on. Moments count from now, and
/// are all the same beyond <see cref="Horizon"/>, because no rule but expiry looks farther. <see cref="TypeShape"/>
/// says what is left out.
/// </summary>
internal sealed class StateHash(TimeSpan elapsed, DateTime utcNow)
{
    private const int MillisecondDigits = 13;

    // The longest window is 61.2 s, and after a restart a request may count 10 s longer.
    private static readonly TimeSpan Horizon = TimeSpan.FromSeconds(80);

    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly long _nowMilliseconds = (long)(utcNow - DateTime.UnixEpoch).TotalMilliseconds;

    public ulong Value { get; private set; } = 14695981039346656037;

    public void Add(long number)
    {
        // splitmix64
        var mixed = Value + (ulong)number + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        Value = mixed ^ (mixed >> 31);
    }

    public void Add(TimeSpan moment) => Add(moment == TimeSpan.MaxValue || moment == TimeSpan.MinValue ? moment.Ticks : Clamp(moment - elapsed));

    /// <summary>Hashes a text; a number of 13 digits in it is a time of day.</summary>
    public void Add(string text)
    {
        Add(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i == MillisecondDigits)
            {
                Add(Clamp(TimeSpan.FromMilliseconds(long.Parse(text.AsSpan(i, MillisecondDigits), CultureInfo.InvariantCulture) - _nowMilliseconds)));
                i = end - 1;
            }
            else
            {
                Add(text[i]);
            }
        }
    }

    public void Add(object? item, bool isDuration = false)
    {
        switch (item)
        {
            case null:
                Add(0);
                break;
            case string text:
                Add(text);
                break;
            case TimeSpan time when isDuration:
                Add(time.Ticks);
                break;
            case TimeSpan time:
                Add(time);
                break;
            case DateTime time:
                Add(Clamp(time - utcNow));
                break;
            case long number:
                Add(number > 1_000_000_000_000 ? Clamp(TimeSpan.FromMilliseconds(number - _nowMilliseconds)) : number);
                break;
            case Enum or bool or int:
                Add(Convert.ToInt64(item, CultureInfo.InvariantCulture));
                break;
            case double number:
                Add(BitConverter.DoubleToInt64Bits(number));
                break;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                {
                    Add(tuple[i]);
                }

                break;
            default:
                AddObject(item);
                break;
        }
    }

    private static long Clamp(TimeSpan time) => time > Horizon ? Horizon.Ticks : time < -Horizon ? -Horizon.Ticks : time.Ticks;

    private void AddObject(object item)
    {
        var shape = TypeShape.Of(item.GetType());
        if (shape.Kind == ShapeKind.Ignored)
        {
            return;
        }

        if (shape.HasIdentity && !_seen.TryAdd(item, _seen.Count))
        {
            Add(_seen[item]);
            return;
        }

        switch (shape.Kind)
        {
            case ShapeKind.Function:
                foreach (var single in ((Delegate)item).GetInvocationList())
                {
                    Add(single.Method.MetadataToken);
                    Add(single.Target);
                }

                break;
            case ShapeKind.Map:
                AddMap((IDictionary)item);
                break;
            case ShapeKind.Sequence:
                AddSequence((IEnumerable)item, shape.IsSet);
                break;
            default:
                foreach (var (field, isDuration) in shape.Fields)
                {
                    Add(field.GetValue(item), isDuration);
                }

                break;
        }
    }

    // The order of a map must not make two states of one. A key that is a number is a token.
    private void AddMap(IDictionary map)
    {
        Add(map.Count);
        foreach (var key in map.Count < 2 ? map.Keys.Cast<object>() : map.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal))
        {
            Add(key is int ? null : key);
            Add(map[key]);
        }
    }

    private void AddSequence(IEnumerable items, bool isSet)
    {
        var count = 0;
        foreach (var item in isSet ? items.Cast<object>().OrderBy(item => item.ToString(), StringComparer.Ordinal) : items)
        {
            Add(item);
            count++;
        }

        Add(count);
    }
}
