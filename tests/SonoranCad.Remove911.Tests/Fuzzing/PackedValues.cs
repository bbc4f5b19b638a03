using System.Buffers;
using System.Text;
using MessagePack;
using SonoranCad.Remove911.Tests.Properties;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>Event arguments as the bytes of a modified client: whole, and in forms that no honest packer writes.</summary>
internal static class PackedValues
{
    private const int MaxDepth = 4;

    public static byte[] Arguments(FuzzSource source)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        var count = source.Number(5);
        writer.WriteArrayHeader(count);
        for (var i = 0; i < count; i++)
        {
            Write(ref writer, source, 0);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(ref MessagePackWriter writer, FuzzSource source, int depth)
    {
        switch (source.Number(depth < MaxDepth ? 12 : 9))
        {
            case 0:
                writer.WriteNil();
                break;
            case 1:
                writer.Write(source.OneIn(2));
                break;
            case 2:
                // A number in a longer form than it needs.
                writer.WriteInt64(source.Of(1, 0, -1, 101, int.MaxValue, long.MaxValue, long.MinValue));
                break;
            case 3:
                writer.WriteUInt64(source.Of<ulong>(1, 101, uint.MaxValue, ulong.MaxValue));
                break;
            case 4:
                writer.Write(source.Of(double.NaN, double.PositiveInfinity, -0.0, 101.0, 101.5, 1e300));
                break;
            case 5:
                writer.Write(source.Text());
                break;
            case 6:
                // Bytes that are not UTF-8, as a text.
                writer.WriteString(new byte[] { 0xFF, 0xC0, 0x80, (byte)source.Number(256) });
                break;
            case 7:
                // Function references (10 and 11), vectors, timestamps, and types that nobody knows.
                var data = Encoding.UTF8.GetBytes(source.Of("dispatch:1", "", "nobody:999999", source.Text()));
                writer.WriteExtensionFormat(new ExtensionResult((sbyte)source.Of(10, 11, 20, -1, 127, -128), data));
                break;
            case 8:
                writer.Write(source.Next(Generators.CallId));
                break;
            case 9:
                writer.WriteMapHeader(2);
                Write(ref writer, source, depth + 1);
                Write(ref writer, source, depth + 1);
                writer.Write(source.Of("callId", "caller", "location", "1", ""));
                Write(ref writer, source, depth + 1);
                break;
            default:
                var count = source.OneIn(20) ? 2000 : source.Number(6);
                writer.WriteArrayHeader(count);
                for (var i = 0; i < count; i++)
                {
                    Write(ref writer, source, count > 6 ? MaxDepth : depth + 1);
                }

                break;
        }
    }
}
