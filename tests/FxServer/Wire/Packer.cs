using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using MessagePack;

namespace FxServer;

/// <summary>
/// Serializes values as the server does: integers in their smallest form, functions as references, objects by their properties.
/// </summary>
internal static class Packer
{
    public const sbyte FunctionType = 10;

    // Deeper than any legitimate value: one that contains itself must fail with an exception instead of crashing the process.
    private const int DeepestValue = 64;

    /// <summary>
    /// Throws <see cref="NotSupportedException"/> for types that can't be serialized (decimals, dates, Guids, tasks).
    /// </summary>
    public static byte[] Pack(object? value, FunctionTable functions, IFunctionOwner owner)
    {
        var buffer = new GrowingBuffer();
        var writer = new MessagePackWriter(buffer);
        Write(ref writer, value, functions, owner, 0);
        writer.Flush();
        return buffer.ToArray();
    }

    private static void Write(ref MessagePackWriter writer, object? value, FunctionTable functions, IFunctionOwner owner, int depth)
    {
        if (depth > DeepestValue)
        {
            throw new NotSupportedException("The value is nested too deeply to be serialized.");
        }

        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case string text:
                writer.Write(text);
                break;
            case byte[] bytes:
                writer.Write(bytes);
                break;
            case Delegate function:
                var reference = Encoding.UTF8.GetBytes(functions.Add(owner, function));
                writer.WriteExtensionFormat(new ExtensionResult(FunctionType, reference));
                break;
            case IDictionary<string, object?> map:
                WriteMap(ref writer, map.Select(pair => ((object)pair.Key, pair.Value)).ToList(), functions, owner, depth);
                break;
            case IDictionary map:
                WriteMap(ref writer, Entries(map), functions, owner, depth);
                break;
            case IEnumerable items:
                WriteArray(ref writer, items.Cast<object?>().ToList(), functions, owner, depth);
                break;
            default:
                if (!TryWriteNumber(ref writer, value))
                {
                    WriteMap(ref writer, Properties(value), functions, owner, depth);
                }

                break;
        }
    }

    private static bool TryWriteNumber(ref MessagePackWriter writer, object value)
    {
        switch (value)
        {
            case bool flag:
                writer.Write(flag);
                return true;
            case float number:
                writer.Write(number);
                return true;
            case double number:
                writer.Write(number);
                return true;
            case ulong number:
                writer.Write(number);
                return true;
            case char letter:
                writer.Write(letter.ToString());
                return true;
            case decimal or DateTime or DateTimeOffset or TimeSpan or Guid or Task:
                throw new NotSupportedException($"{value.GetType()} cannot be serialized.");
            case Enum or sbyte or byte or short or ushort or int or uint or long:
                writer.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static void WriteArray(
        ref MessagePackWriter writer, List<object?> items, FunctionTable functions, IFunctionOwner owner, int depth)
    {
        writer.WriteArrayHeader(items.Count);
        foreach (var item in items)
        {
            Write(ref writer, item, functions, owner, depth + 1);
        }
    }

    private static void WriteMap(
        ref MessagePackWriter writer, List<(object Key, object? Value)> map, FunctionTable functions, IFunctionOwner owner, int depth)
    {
        writer.WriteMapHeader(map.Count);
        foreach (var (key, value) in map)
        {
            Write(ref writer, key, functions, owner, depth + 1);
            Write(ref writer, value, functions, owner, depth + 1);
        }
    }

    private static List<(object Key, object? Value)> Entries(IDictionary map)
    {
        var entries = new List<(object, object?)>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            entries.Add((entry.Key, entry.Value));
        }

        return entries;
    }

    private static List<(object Key, object? Value)> Properties(object value) =>
        value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => ((object)property.Name, (object?)property.GetValue(value)))
            .ToList();
}
