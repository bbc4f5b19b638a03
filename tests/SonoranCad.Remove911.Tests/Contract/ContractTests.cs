using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Moq;
using Newtonsoft.Json;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Audit;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Discord;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Notifications;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Documents;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Contract;

/// <summary>
/// Everything outward is in one approved file, so that a contract change shows in the diff. To accept a change, copy
/// contract.received.txt, which this test writes, over contract.approved.txt and mention it in CHANGELOG.md.
/// </summary>
public sealed class ContractTests
{
    private const string Folder = "tests/SonoranCad.Remove911.Tests/Contract/";

    private static readonly int[] OnePlayer = [1];
    private static readonly DateTime At = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void ContractMatchesApprovedFile()
    {
        var contract = Describe();
        File.WriteAllText(Repository.File(Folder + "contract.received.txt"), contract);

        Assert.Equal(Repository.Text(Folder + "contract.approved.txt").ReplaceLineEndings("\n"), contract);
    }

    [Fact]
    public void DocumentsNameEveryCodeSettingAndEvent()
    {
        var documents = string.Concat(Page.Paths().Where(path => path != "CHANGELOG.md").Select(Repository.Text));
        var names = Codes().Concat(SettingDefinitions.Keys).Concat(StatusFields())
            .Concat([ClearEventHandler.EventName, OutcomeEvents.ClearedEvent, OutcomeEvents.FailedEvent, AccountResolver.CommunityConvar, AccountResolver.KeyConvar, AccountResolver.ServerConvar, ResourceExports.StatusName])
            .Concat([OxLibChannel.EventName, SonoranCadChannel.EventName, ChatChannel.EventName, ChatSuggestions.AddEvent, ChatSuggestions.RemoveEvent])
            .Concat([PushEventHandler.IncomingEvent, PushEventHandler.RemovedEvent, PushEventHandler.CacheUpdatedEvent, VendorResource.CacheExport, "command.clear911all"]);

        Assert.All(names, name => Assert.Contains($"`{name}`", documents));
        Assert.All(
            SubcommandDefinitions.Table.SelectMany(definition => definition.Usages),
            usage => Assert.Contains($"`/{Settings.DefaultCommand} {usage.Words}".TrimEnd() + "`", documents));
    }

    [Fact]
    public void ShippedConfigHoldsEverySettingWithItsDefault()
    {
        var file = ConfigReader.Read(Repository.Text("config.json"));

        Assert.Empty(file.Errors);
        Assert.Empty(file.Warnings);
        Assert.Equal(Defaults(new Settings()), Defaults(file.Settings));
        Assert.All(SettingDefinitions.Keys, key => Assert.Contains($"\"{key}\"", Repository.Text("config.json")));
    }

    private static string Describe()
    {
        var text = new StringBuilder();
        Section(text, "Command (restricted; permission command.<name>)", [$"/{Settings.DefaultCommand} <callId> [callId …]   at most {CallIdList.MaxCount}", .. SubcommandDefinitions.Table.Select(Describe)]);
        Section(text, "Events heard", [ClearEventHandler.EventName + " (callId or list, callback)", HttpResponseEventHandler.EventName, ResourceEventHandler.StopEvent, ResourceEventHandler.StartEvent, ChatEventHandler.ChatReadyEvent, ChatEventHandler.PlayerDroppedEvent, PushEventHandler.IncomingEvent + " (call, metaData, identifiers)", PushEventHandler.RemovedEvent + " (callId)", PushEventHandler.CacheUpdatedEvent]);
        Section(text, "Exports used", [$"{VendorResource.Name}: {VendorResource.CacheExport} () returns a table of calls by their ids"]);
        Section(text, "Events raised", [OutcomeEvents.ClearedEvent + " (callId, requester)", OutcomeEvents.FailedEvent + " (callId, code, message, requester)"]);
        Section(text, "Events sent to players", SentToPlayers());
        Section(text, "Requester", [$"kind: {string.Join(", ", RequesterKinds())}", .. Requester.Console.ToDictionary().Keys.Where(key => key != "kind")]);
        Section(text, "Exports", [ResourceExports.ClearName + " (callId or list, callback)", ResourceExports.StatusName + " () returns a table"]);
        Section(text, "Status", StatusFields());
        Section(text, "Convars read", [AccountResolver.CommunityConvar, AccountResolver.KeyConvar, AccountResolver.ServerConvar, .. SettingDefinitions.All.Select(definition => definition.Convar)]);
        Section(text, "config.json", Defaults(new Settings()));
        var request = RemovalEndpoint.CreateAll(ApiMode.V1, "<version>", 50, new SecretRedactor())[0].CreateRequest(new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1), [1, 2]);
        Section(text, "Request", [$"{request.Method} {request.Url}", .. request.Headers.Select(header => $"{header.Key}: {header.Value}"), request.Body]);
        var v2 = RemovalEndpoint.CreateAll(ApiMode.V2, "<version>", 50, new SecretRedactor())[0].CreateRequest(new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1), [1]);
        Section(text, "Request of v2", [$"{v2.Method} {v2.Url}", .. v2.Headers.Select(header => $"{header.Key}: {header.Value}")]);
        var check = new ApiRequest("<version>").ForVersion(ApiVersion.V1, new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1));
        Section(text, "Check", [$"{check.Method} {check.Url}", .. check.Headers.Select(header => $"{header.Key}: {header.Value}"), check.Body]);
        var check2 = new ApiRequest("<version>").ForVersion(ApiVersion.V2, new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1));
        Section(text, "Check of v2", [$"{check2.Method} {check2.Url}", .. check2.Headers.Select(header => $"{header.Key}: {header.Value}")]);
        foreach (var list in CallListEndpoint.CreateAll(ApiMode.Auto, "<version>", new SecretRedactor()))
        {
            var asked = list.CreateRequest(new CadAccount(Settings.DefaultApiUrl, "<communityId>", "<apiKey>", 1));
            Section(
                text,
                $"Request of the open calls, v{(int)list.ApiVersion}",
                [$"{asked.Method} {asked.Url}", .. asked.Headers.Select(header => $"{header.Key}: {header.Value}"), .. asked.Body.Length > 0 ? [asked.Body] : Array.Empty<string>()]);
        }

        Section(text, "Line of audit/YYYY-MM.jsonl", [AuditRecord.FileName(At), AuditRecord.Format(Entry(), null, At).TrimEnd('\n'), AuditRecord.Format(Entry(), RemovalErrors.Expired(60, null), At).TrimEnd('\n')]);
        var embed = new DiscordEmbed("title", "description", 0x66BB6A, At);
        var post = DiscordPayload.CreateRequest("<discordWebhook>", [embed], "<version>");
        Section(text, "Post to Discord", [$"{post.Method} {post.Url}", .. post.Headers.Select(header => $"{header.Key}: {header.Value}"), post.Body]);
        Section(text, "Codes", Codes());
        return text.ToString();
    }

    private static IEnumerable<string> RequesterKinds() =>
        new[] { Requester.Console, Requester.Player(1, null, null), Requester.Resource(null), Requester.Schedule }.Select(requester => requester.KindName);

    private static IEnumerable<string> SentToPlayers()
    {
        var clients = new FakeClientEvents();
        foreach (var channel in new INotificationChannel[] { new ChatChannel(clients), new OxLibChannel(clients), new SonoranCadChannel(clients) })
        {
            foreach (var tone in Enum.GetValues<Tone>())
            {
                channel.Show(1, "Call 101 cleared.", tone);
            }
        }

        var players = Mock.Of<IPlayerDirectory>(p => p.GetOnline() == OnePlayer && p.IsAllowed(1, "command.clear911"));
        var suggestions = new ChatSuggestions(
            players, clients, English.Localizer, new SettingsMonitor(new Settings()), new FakeClock());
        suggestions.OfferToAll();
        suggestions.WithdrawAll();
        return clients.Sent.Select(sent => $"{sent.Name} {JsonConvert.SerializeObject(sent.Args)}");
    }
    private static OutboxEntry Entry() => new(1, null, Requester.Player(7, "<name>", "<license>"), At) { Api = "v1", Tries = 1 };

    private static string Describe(SubcommandDefinition definition) => $"/{Settings.DefaultCommand} {(definition.Usages[0].HasArgument ? definition.Usages[0].Words : definition.Word)}".TrimEnd() + definition switch
    {
        { Alias: { } alias } => $"   or {alias}",
        { AceSuffix: "" } => string.Empty,
        { IgnoresExtraWords: true } => $"   permission command.<name>{definition.AceSuffix}",
        _ => $"   with the permission command.<name>{definition.AceSuffix} besides",
    };

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(title).Append('\n');
        foreach (var line in lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }

    // In the order of Settings' properties, like the approved file.
    private static IEnumerable<string> Defaults(Settings settings) =>
        typeof(Settings).GetProperties()
            .Select(property => SettingDefinitions.Find(char.ToLowerInvariant(property.Name[0]) + property.Name[1..]))
            .OfType<SettingDefinition>()
            .Select(definition => $"{definition.Key} = {definition.ValueIn(settings) ?? "null"}");

    private static IEnumerable<string> StatusFields()
    {
        var rig = new DeliveryRig();
        return new StatusTable(rig.Delivery.StatusReader, rig.Accounts, English.Localizer, new SecretRedactor(), new ResourceInfo("<folder>", "<version>")).Read().Keys;
    }

    private static IEnumerable<string> Codes() => new[] { typeof(RemovalErrors), typeof(CadErrors) }
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
        .Where(method => method.ReturnType == typeof(RemovalError) && method.Name != nameof(RemovalErrors.WithUsage))
        .Select(method => (RemovalError)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!)
        .Select(outcome => outcome.Code)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static object? Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) ? 0 : parameter.ParameterType == typeof(string) ? string.Empty : null;
}
