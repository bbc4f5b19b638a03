using System;
using System.Buffers;
using System.Collections.Generic;
using System.Dynamic;
using System.Globalization;
using System.Text;
using MessagePack;

namespace FxServer;

/// <summary>Deserializes values as the server's C# runtime does: a number's type follows from its encoding.</summary>
internal static class Unpacker
{
    /// <param name="packed">One value.</param>
    /// <param name="toFunction">Creates the receiver's delegate for a function reference.</param>
    public static object? Unpack(byte[] packed, Func<string, object> toFunction)
    {
        var reader = new MessagePackReader(packed);
        return Read(ref reader, toFunction);
    }

    private static object? Read(ref MessagePackReader reader, Func<string, object> toFunction)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                return null;
            case MessagePackType.Boolean:
                return reader.ReadBoolean();
            case MessagePackType.Integer:
                return ReadInteger(ref reader);
            case MessagePackType.Float:
                return reader.NextCode == MessagePackCode.Float32 ? reader.ReadSingle() : (object)reader.ReadDouble();
            case MessagePackType.String:
                return reader.ReadString();
            case MessagePackType.Binary:
                return reader.ReadBytes()?.ToArray();
            case MessagePackType.Array:
                return ReadArray(ref reader, toFunction);
            case MessagePackType.Map:
                return ReadMap(ref reader, toFunction);
            default:
                var extension = reader.ReadExtensionFormat();
                return extension.TypeCode == Packer.FunctionType
                    ? toFunction(Encoding.UTF8.GetString(extension.Data.ToArray()))
                    : null;
        }
    }

    private static object ReadInteger(ref MessagePackReader reader) => reader.NextCode switch
    {
        MessagePackCode.UInt8 => reader.ReadByte(),
        MessagePackCode.UInt16 => reader.ReadUInt16(),
        MessagePackCode.UInt32 => reader.ReadUInt32(),
        MessagePackCode.UInt64 => reader.ReadUInt64(),
        MessagePackCode.Int8 => reader.ReadSByte(),
        MessagePackCode.Int16 => reader.ReadInt16(),
        MessagePackCode.Int64 => reader.ReadInt64(),
        _ => reader.ReadInt32(), // Int32 and both fixints
    };

    private static List<object?> ReadArray(ref MessagePackReader reader, Func<string, object> toFunction)
    {
        var count = reader.ReadArrayHeader();
        var list = new List<object?>(count);
        for (var index = 0; index < count; index++)
        {
            list.Add(Read(ref reader, toFunction));
        }

        return list;
    }

    private static ExpandoObject ReadMap(ref MessagePackReader reader, Func<string, object> toFunction)
    {
        var map = new ExpandoObject();
        var entries = (IDictionary<string, object?>)map;
        var count = reader.ReadMapHeader();
        for (var index = 0; index < count; index++)
        {
            var key = Read(ref reader, toFunction);
            entries[Convert.ToString(key, CultureInfo.InvariantCulture) ?? ""] = Read(ref reader, toFunction);
        }

        return map;
    }
}
