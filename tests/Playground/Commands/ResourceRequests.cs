using System;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using Playground.Scene;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Removals;

namespace Playground.Commands;

/// <summary>
/// Hands requests to the resource and reports whether it did what they asked. The words are read with the resource's own
/// parsers, and the outcomes come from its events.
/// </summary>
internal sealed class ResourceRequests(World world, OutcomeTracker outcomes)
{
    private static readonly SubcommandDefinition[] CountCommands = [SubcommandDefinitions.All, SubcommandDefinitions.From, SubcommandDefinitions.Older];

    /// <summary>Runs the resource's command.</summary>
    /// <param name="act">Types it.</param>
    /// <param name="line">What is typed.</param>
    /// <param name="player">Who types it; null for the console.</param>
    public PromptResult Command(Action act, CommandLine line, FxPlayer? player)
    {
        var words = CommandWords.Read([.. line.Words.Skip(1)], line.Raw)!;
        var first = words.Count == 0 ? string.Empty : (string)words[0];
        var subcommand = SubcommandDefinitions.Table.FirstOrDefault(
            definition => InputParser.Is(first, definition.Word) || InputParser.Is(first, definition.Alias ?? definition.Word));
        if (subcommand is null)
        {
            return Calls(act, CallIdParser.ParseWords(words), player);
        }

        if (player is not null && !(world.MayClear(player) && world.MayClear(player, subcommand.AceSuffix)))
        {
            return Denied(act, player, subcommand.AceSuffix);
        }

        if (subcommand.FindUsage(words) is not { } usage)
        {
            act();
            return PromptResult.Failed($"The command is {string.Join(" or ", subcommand.Usages.Select(known => $"{world.Command} {known.Words}"))}.");
        }

        return usage.ClearsCalls ? ClearFound(act) : Ask(act, subcommand, player);
    }

    /// <summary>Asks to clear calls that were named.</summary>
    public PromptResult Calls(Action act, CallIdList ids, FxPlayer? player)
    {
        if (player is not null && !world.MayClear(player))
        {
            return Denied(act, player, string.Empty);
        }

        var before = outcomes.Count;
        act();
        return ids.Refusal is null
            ? PromptResult.Awaiting(isIdle => ResultOf(ids.Ids, outcomes.After(before), isIdle))
            : PromptResult.Failed("The resource refused this, and cleared nothing.");
    }

    private static PromptResult? ResultOf(IReadOnlyList<int> ids, IReadOnlyDictionary<int, bool> latest, bool isIdle)
    {
        if (!isIdle && !ids.All(latest.ContainsKey))
        {
            return null;
        }

        var open = ids.Where(id => !latest.GetValueOrDefault(id)).ToList();
        return open.Count switch
        {
            0 => PromptResult.Done,
            1 => PromptResult.Failed($"Call {open[0]} was not cleared."),
            _ => PromptResult.Failed($"Calls {string.Join(", ", open)} were not cleared."),
        };
    }

    private PromptResult Denied(Action act, FxPlayer player, string aceSuffix)
    {
        act();
        var missing = world.Permission + (world.MayClear(player) ? aceSuffix : string.Empty);
        return PromptResult.Failed($"{player.Name} does not have the permission {missing}.");
    }

    // Only the resource knows which calls "last" and "confirm" mean.
    private PromptResult ClearFound(Action act)
    {
        var before = outcomes.Count;
        act();
        return PromptResult.Awaiting(isIdle =>
        {
            if (!isIdle)
            {
                return null;
            }

            var latest = outcomes.After(before);
            return latest.Count > 0 && latest.Values.All(isCleared => isCleared)
                ? PromptResult.Done
                : PromptResult.Failed(latest.Count == 0 ? "No call was cleared." : "Not every call was cleared.");
        });
    }

    private PromptResult Ask(Action act, SubcommandDefinition subcommand, FxPlayer? player)
    {
        if (subcommand == SubcommandDefinitions.Reload && !world.IsConfigValid)
        {
            act();
            return PromptResult.Failed("The resource refused config.json, and keeps the settings that it had.");
        }

        var tones = new ReplyTones(world.Server.Console, player);
        act();
        var isCount = CountCommands.Contains(subcommand);
        if (subcommand != SubcommandDefinitions.List && !isCount)
        {
            return PromptResult.Done;
        }

        // The question after a count is a warning too; it is expected, and names the confirm command.
        var question = isCount ? world.Command + " confirm" : null;
        return PromptResult.Awaiting(isIdle => (tones.HasWarning(question), isIdle) switch
        {
            (true, _) => PromptResult.Failed("The list of open calls is missing or could not be checked."),
            (false, true) => PromptResult.Done,
            _ => null,
        });
    }
}
