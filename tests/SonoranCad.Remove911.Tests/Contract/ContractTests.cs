using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Moq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Messages;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Contract;

/// <summary>
/// Everything outward stands in one approved file, so that a change to the contract shows in the diff. Where this test
/// fails on purpose, copy contract.received.txt, which it writes, over contract.approved.txt and tell of it in CHANGELOG.md.
/// </summary>
public sealed class ContractTests
{
    private const string Folder = "tests/SonoranCad.Remove911.Tests/Contract/";

    [Fact]
    public void TheContractIsTheApprovedOne()
    {
        var contract = Describe();
        File.WriteAllText(Repository.File(Folder + "contract.received.txt"), contract);

        Assert.Equal(Repository.Text(Folder + "contract.approved.txt").ReplaceLineEndings("\n"), contract);
    }

    [Fact]
    public void TheReadmeNamesEveryCodeKeyAndEvent()
    {
        var readme = Repository.Text("README.md");
        var names = Codes().Concat(ConfigKeys.All).Concat(StatusFields())
            .Concat([ClearEventEdge.Name, CfxEventBus.Cleared, CfxEventBus.Failed, AccountReader.CommunityConvar, AccountReader.KeyConvar, AccountReader.ServerConvar, StatusExportEdge.Name]);

        Assert.All(names, name => Assert.Contains($"`{name}`", readme));
    }

    [Fact]
    public void TheShippedConfigHoldsEveryKeyWithItsDefault()
    {
        var file = ConfigReader.Read(Repository.Text("config.json"));

        Assert.Empty(file.Errors);
        Assert.Empty(file.Warnings);
        Assert.Equal(Defaults(new Settings()), Defaults(file.Settings));
        Assert.All(ConfigKeys.All, key => Assert.Contains($"\"{key}\"", Repository.Text("config.json")));
    }

    private static string Describe()
    {
        var text = new StringBuilder();
        Section(text, "Command (restricted; permission command.<name>)", [$"/{Settings.DefaultCommand} <callId> [callId …]   at most {CallIds.Most}", $"/{Settings.DefaultCommand} status", $"/{Settings.DefaultCommand} reload   permission command.<name>reload"]);
        Section(text, "Events heard", [ClearEventEdge.Name + " (callId or list, callback)", HttpAnswerEdge.Name, StopEdge.Name]);
        Section(text, "Events raised", [CfxEventBus.Cleared + " (callId, requester)", CfxEventBus.Failed + " (callId, code, message, requester)"]);
        Section(text, "Requester", Requester.Console.ToDictionary().Keys);
        Section(text, "Exports", [ExportEdge.Name + " (callId or list, callback)", StatusExportEdge.Name + " () returns a table"]);
        Section(text, "Status", StatusFields());
        Section(text, "Convars read", [AccountReader.CommunityConvar, AccountReader.KeyConvar, AccountReader.ServerConvar]);
        Section(text, "config.json", Defaults(new Settings()));
        var request = V1Endpoint.Documented("<version>", 50, new SecretFilter()).Create(new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1), [1, 2]);
        Section(text, "Request", [$"{request.Method} {request.Url}", .. request.Headers.Select(header => $"{header.Key}: {header.Value}"), request.Body]);
        var v2 = new V2Endpoint("<version>", new SecretFilter()).Create(new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1), [1]);
        Section(text, "Request of v2", [$"{v2.Method} {v2.Url}", .. v2.Headers.Select(header => $"{header.Key}: {header.Value}")]);
        var check = VersionRequest.Of(1, new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1), "<version>");
        Section(text, "Check", [$"{check.Method} {check.Url}", .. check.Headers.Select(header => $"{header.Key}: {header.Value}"), check.Body]);
        var check2 = VersionRequest.Of(2, new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1), "<version>");
        Section(text, "Check of v2", [$"{check2.Method} {check2.Url}", .. check2.Headers.Select(header => $"{header.Key}: {header.Value}")]);
        Section(text, "Codes", Codes());
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(title).Append('\n');
        foreach (var line in lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }

    private static IEnumerable<string> Defaults(Settings settings) =>
        typeof(Settings).GetProperties().Select(property =>
            $"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]} = {property.GetValue(settings) ?? "null"}");

    private static IEnumerable<string> StatusFields()
    {
        var rig = new DeliveryRig();
        var accounts = new AccountDesk(Mock.Of<IResourceFiles>(), new AccountReader(Mock.Of<IConvars>(convars => convars.Get(It.IsAny<string>()) == string.Empty)), new SecretFilter(), rig.Log);
        return new StatusTable(rig.Line.Status, accounts, English.Localizer, new SecretFilter(), "<version>").Read().Keys;
    }

    private static IEnumerable<string> Codes() => new[] { typeof(Outcomes), typeof(CadOutcomes) }
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
        .Where(method => method.ReturnType == typeof(Outcome) && method.Name != nameof(Outcomes.WithUsage))
        .Select(method => (Outcome)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!)
        .Select(outcome => outcome.Code)
        .Distinct()
        .Order(System.StringComparer.Ordinal);

    private static object? Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) ? 0 : parameter.ParameterType == typeof(string) ? string.Empty : null;
}
