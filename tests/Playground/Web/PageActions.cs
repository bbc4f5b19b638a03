using System.Globalization;
using System.Linq;
using FxServer;
using Playground.Scene;

namespace Playground.Web;

/// <summary>Does what somebody asks for on the page, mostly as a line of the prompt.</summary>
internal sealed class PageActions
{
    private const int MaxLength = 500;

    private readonly World _world;
    private readonly Session _session;
    private readonly PageFeed _feed;
    private readonly PlainOutput _output;

    public PageActions(World world, Session session, PageFeed feed, PlainOutput output)
    {
        _world = world;
        _session = session;
        _feed = feed;
        _output = output;
    }

    public PageResult Perform(PageAction action) => action.Kind switch
    {
        _ when IsTooLong(action) => Refused($"That is longer than {MaxLength} characters."),
        PageActionKind.Chat => Chat(action),
        PageActionKind.Console => Console(action.Text),
        PageActionKind.Confirm => Confirm(),
        PageActionKind.Resource => Resource(action.Text, action.IsOn),
        _ when _world.Live is not null => Refused("The CAD is the real one: use its own page."),
        PageActionKind.Place => Place(action),
        PageActionKind.Remove => Run(string.Create(CultureInfo.InvariantCulture, $"remove {action.CallId}")),
        PageActionKind.Fail => Run(action.Text == "none" ? "fail off" : "fail always " + action.Text),
        PageActionKind.FailOnce => Run("fail " + action.Text),
        _ => Refused("Unknown action."),
    };

    private static bool IsTooLong(PageAction action) =>
        new[] { action.Text, action.Caller, action.Location, action.Description }.Any(text => text is null || text.Length > MaxLength);

    private static PageResult Refused(string reason) => new(IsDone: false, reason);

    private PageResult Chat(PageAction action)
    {
        if (_world.Server.Players.FirstOrDefault(one => one.NetId == action.Player) is not { } player)
        {
            return Refused("There is no such player.");
        }

        if (!action.Text.StartsWith('/'))
        {
            _feed.Say(player, action.Text);
            return new PageResult(IsDone: true, string.Empty);
        }

        return Run(string.Create(CultureInfo.InvariantCulture, $"as {player.NetId} {action.Text}"));
    }

    private PageResult Console(string line)
    {
        if (_session.NeedsConfirmation(line))
        {
            return new PageResult(IsDone: false, string.Empty, AsksFirst: true);
        }

        _feed.Echo(line);
        _output.Take();
        var result = Run(line);
        if (_output.Take() is { Length: > 0 } said)
        {
            _feed.Answer(said, isProblem: false);
        }

        if (result.Reason.Length > 0)
        {
            _feed.Answer(result.Reason, isProblem: true);
        }

        return result;
    }

    private PageResult Resource(string name, bool isOn) => Run(name switch
    {
        // With its push events, as on a server today; but in live mode they would report calls of a CAD that is not there.
        SonoranCadResource.ResourceName when _world.Live is null => isOn ? "push on" : "push off",
        _ => (isOn ? "start " : "stop ") + name,
    });

    private PageResult Place(PageAction action)
    {
        if (action.Caller.Trim().Length == 0)
        {
            return Refused("Enter the caller's name.");
        }

        _world.OpenCall(_world.NextCallId, action.Caller.Trim(), action.Location.Trim(), action.Description.Trim());
        return new PageResult(IsDone: true, string.Empty);
    }

    private PageResult Confirm()
    {
        _session.ConfirmRemovals();
        return new PageResult(IsDone: true, string.Empty);
    }

    private PageResult Run(string line)
    {
        if (_session.NeedsConfirmation(line))
        {
            return new PageResult(IsDone: false, string.Empty, AsksFirst: true);
        }

        var result = _session.Run(line);
        return new PageResult(result.IsDone || result.IsPending, result.IsPending ? string.Empty : result.Reason);
    }
}
