using System.Linq;
using CadServer;
using Playground.Web;
using SonoranCad.Remove911.Tests.Locales;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground.Web;

public sealed class FaultChoiceTests
{
    [Fact]
    public void PageOffersEveryFaultThatTheCadHas() => ListAssert.Empty(
        CadFault.Syntaxes.Select(syntax => syntax.Usage.Split(' ')[0]).Except(FaultChoice.All.Select(choice => choice.Words.Split(' ')[0])));

    [Fact]
    public void ChoiceIsFoundByItsFault() => ListAssert.Empty(
        from choice in FaultChoice.All
        let words = CadFault.TryParse(choice.Words, out var fault, out var error) ? FaultChoice.WordsOf(fault) : error
        where words != choice.Words
        select $"{choice.Words}: {words}");
}
