using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Removals;

public sealed class CallIdArgumentParserTests
{
    public static TheoryData<object, int[]> Good => new()
    {
        { 101, [101] },
        { (byte)200, [200] },
        { (sbyte)7, [7] },
        { (short)300, [300] },
        { (ushort)60000, [60000] },
        { 70000u, [70000] },
        { 5L, [5] },
        { 5UL, [5] },
        { 5.0, [5] },
        { 5.0f, [5] },
        { (double)int.MaxValue, [int.MaxValue] },
        { "#101, 102", [101, 102] },
        { new List<object> { 1, "2", 3.0, (byte)1 }, [1, 2, 3] },
    };

    public static TheoryData<object?, string> Bad => new()
    {
        { null, "no_call_id" },
        { new List<object>(), "no_call_id" },
        { new List<object?> { 1, null }, "no_call_id" },
        { string.Empty, "no_call_id" },
        { 0, "invalid_call_id" },
        { -1, "invalid_call_id" },
        { 1.5, "invalid_call_id" },
        { double.NaN, "invalid_call_id" },
        { double.PositiveInfinity, "invalid_call_id" },
        { float.NegativeInfinity, "invalid_call_id" },
        { 1e300, "invalid_call_id" },
        { ulong.MaxValue, "invalid_call_id" },
        { long.MinValue, "invalid_call_id" },
        { 2147483648.0, "invalid_call_id" },
        { true, "invalid_call_id" },
        { "abc", "invalid_call_id" },
        { new string('1', 100_000), "invalid_call_id" },
        { new byte[] { 1, 2 }, "invalid_call_id" },
        { new ExpandoObject(), "invalid_call_id" },
        { new Action(() => { }), "invalid_call_id" },
        { new List<object> { new List<object> { 1 } }, "invalid_call_id" },
        { new List<object> { new ExpandoObject() }, "invalid_call_id" },
        { new object(), "invalid_call_id" },
        { Enumerable.Range(1, 10_000).Cast<object>().ToList(), "too_many_calls" },
        { Enumerable.Range(1, 51).Cast<object>().ToList(), "too_many_calls" },
    };

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public void EveryPackedTypeOfCallIdIsRead(object argument, int[] expected)
    {
        var ids = CallIdArgumentParser.Parse(argument);

        Assert.Null(ids.Refusal);
        Assert.Equal(expected, ids.Ids);
    }

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void OtherArgumentsAreRefusedWithCodeAndMessage(object? argument, string code)
    {
        var refusal = CallIdArgumentParser.Parse(argument).Refusal;

        Assert.Equal(code, refusal!.Code);
        Assert.InRange(refusal.Message.InEnglish().Length, 20, 250);
    }
}
