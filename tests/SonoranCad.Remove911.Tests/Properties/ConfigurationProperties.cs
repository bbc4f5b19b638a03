using System.Linq;
using CsCheck;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

public sealed class ConfigurationProperties
{
    // Longer than any name that an error shows, and unlike anything else in the file.
    private const string Key = "9f8e7d6c-THE-KEY-b5a4";

    private static readonly string[] KeyValues =
    [
        $"\"{Key}\"", Key, $"'{Key}'", $"[\"{Key}\"]", $"{{\"value\":\"{Key}\"}}", $"\"{Key}", $"\" {Key} \"", $"\"{Key} {Key}\"", $"\"{Key}\\n\"",
        $"\"{Key}\"\"", $"/*{Key}*/", $"new Date({Key})", $"\"\\{Key}\"",
    ];

    private static readonly string[] Names = ["apiKey", "apikey", "API_KEY"];

    private static readonly string[] Members =
    [
        "\"communityId\": \"c\"", "\"communityId\": 5", "\"apiUrl\": \"http://elsewhere\"", "\"apiUrl\": [1,2]", "\"serverId\": \"x\"",
        "\"maxBatch\": 1e999", "\"maxBatch\": 99999999999999999999", "\"v1IntervalSeconds\": \"NaN\"", "\"logLevel\": {}", "\"command\": \"a b\"",
        "\"api\": null", "\"unknown\": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "// note\n\"api\": \"v2\"", ",", "}", "{", "\"", "\0",
    ];

    [Fact]
    public void AnyTextYieldsAccountOrError() => Generators.Text.Sample(text => Read(text), iter: 3000);

    [Fact]
    public void ApiKeyNeverAppearsInErrorsOfInvalidFile() =>
        Gen.Select(
            Generators.Of(Members).Array[0, 4],
            Generators.Of(Names),
            Generators.Of(KeyValues),
            Generators.Of(Members).Array[0, 4],
            Gen.Int[0, 5]).Sample(
            (before, name, value, after, cut) =>
            {
                var text = $"{{ {string.Join(", ", before.Append($"\"{name}\": {value}").Concat(after))} }}";
                Read(text[..^cut]);
            },
            iter: 3000);

    private static void Read(string text)
    {
        var file = ConfigReader.Read(text);
        var convars = new Mock<IConvars>();
        convars.Setup(c => c.Get(It.IsAny<string>())).Returns(string.Empty);
        var reading = new AccountResolver(convars.Object).Resolve(file);

        Assert.Equal(reading.Account is null, reading.Error is not null);
        foreach (var line in file.Errors.Concat(file.Warnings).Select(line => line.InEnglish()).Append(reading.Error?.Message.InEnglish() ?? string.Empty).Append($"{reading.Account}"))
        {
            DisplayAssert.DoesNotContain(Key, line);
            Assert.DoesNotContain(line, char.IsControl);
        }
    }
}
