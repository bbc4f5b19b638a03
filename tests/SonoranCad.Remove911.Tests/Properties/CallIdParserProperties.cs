using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

public sealed class CallIdParserProperties
{
    private const int Samples = 3000;

    private static readonly string[] Spellings = ["{0}", "#{0}", ",{0}", "{0},,", " #{0}\t"];

    [Fact]
    public void AnyCommandWordsYieldCallIdsOrError() =>
        Generators.Text.Array[0, 6].Sample(words => AssertValid(CallIdParser.ParseWords(words)), iter: Samples);

    [Fact]
    public void AnyEventArgumentYieldsCallIdsOrError() =>
        Generators.Value.Sample(value => AssertValid(CallIdArgumentParser.Parse(value)), iter: Samples);

    [Fact]
    public void PackedCallIdsKeepTheirOrder() =>
        Generators.CallId.SelectMany(id => Generators.Packed(id).Select(packed => (Id: id, Packed: packed))).Array[1, 50].Sample(
            items =>
            {
                var ids = CallIdArgumentParser.Parse(items.Select(item => (object?)item.Packed).ToList());
                Assert.Null(ids.Refusal);
                Assert.Equal(items.Select(item => item.Id).Distinct(), ids.Ids);
            },
            iter: Samples);

    [Fact]
    public void TypedCallIdsKeepTheirOrder() =>
        Gen.Select(Generators.CallId, Generators.Of(Spellings)).Array[1, 50].Sample(
            items =>
            {
                var ids = CallIdParser.ParseWords([.. items.Select(item => string.Format(CultureInfo.InvariantCulture, item.Item2, item.Item1))]);
                Assert.Null(ids.Refusal);
                Assert.Equal(items.Select(item => item.Item1).Distinct(), ids.Ids);
            },
            iter: Samples);

    private static void AssertValid(CallIdList ids)
    {
        if (ids.Refusal is not null)
        {
            Assert.NotEmpty(ids.Refusal.Code);
            DisplayAssert.IsSafe(ids.Refusal.Message.InEnglish());
            Assert.InRange(ids.Refusal.Message.InEnglish().Length, 1, 400);
            return;
        }

        Assert.InRange(ids.Ids.Count, 1, CallIdList.MaxCount);
        Assert.All(ids.Ids, id => Assert.InRange(id, 1, int.MaxValue));
        Assert.Equal(ids.Ids.Count, new HashSet<int>(ids.Ids).Count);
    }
}
