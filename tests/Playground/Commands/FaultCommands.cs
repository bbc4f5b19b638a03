using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using CadServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>Makes the CAD fail.</summary>
internal sealed partial class FaultCommands
{
    private const int MaxTimes = 100;
    private const string Always = "always";

    private readonly World _world;
    private readonly Screen _screen;

    public FaultCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("fail FAULT", "the CAD fails the next request: fail 429, fail 400 INVALID API KEY, fail 429 x3", Fail),
        new("fail always FAULT", "the CAD fails every request until you type fail off", Fail),
        new("fail off", "the CAD works again", Fail),
        new("fail", "lists the faults", Fail),
    ];

    private PromptResult Fail(string text)
    {
        var (first, rest) = InputParser.Split(text);
        switch (first.ToUpperInvariant())
        {
            case "":
                return List();
            case "OFF" when rest.Length == 0:
                _world.Cad.Faults.Clear();
                _screen.Say("The CAD works as it should.");
                return PromptResult.Done;
            case "ALWAYS":
                return Parse(rest, fault =>
                {
                    _world.Cad.Faults.Always(fault);
                    _screen.Say($"From now on, the CAD's response to every request: {fault}. Type fail off to end this.");
                });
            default:
                return Enqueue(text);
        }
    }

    private PromptResult Enqueue(string text)
    {
        var count = 1;
        if (Times().Match(text) is { Success: true } match)
        {
            text = text[..match.Index];
            count = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        }

        if (count is < 1 or > MaxTimes)
        {
            return PromptResult.Failed($"A fault can be set for 1 to {MaxTimes} requests.");
        }

        return Parse(text, fault =>
        {
            _world.Cad.Faults.Enqueue([.. Enumerable.Repeat(fault, count)]);
            _screen.Say(count == 1 ? $"The CAD's next response: {fault}" : $"The CAD's next {count} responses: {fault}");
        });
    }

    private static PromptResult Parse(string words, Action<CadFault> use)
    {
        if (!CadFault.TryParse(words, out var fault, out _))
        {
            return PromptResult.Failed($"There is no fault \"{words}\". Type fail for a list.");
        }

        use(fault);
        return PromptResult.Done;
    }

    private PromptResult List()
    {
        var rows = CadFault.Syntaxes.Select(word => new[] { "fail " + word.Usage, word.Meaning })
            .Append(["fail FAULT x3", "the same for the next three requests"])
            .Append([$"fail {Always} FAULT", "the same for every request"])
            .Append(["fail off", "ends all faults"]);
        _screen.Table(["Type", "What the CAD does"], rows);
        return PromptResult.Done;
    }

    [GeneratedRegex(" x([0-9]{1,6})$", RegexOptions.IgnoreCase)]
    private static partial Regex Times();
}
