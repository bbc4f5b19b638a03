using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>The push events of the vendor's resource, and a dispatcher at the CAD whom they tell of.</summary>
internal sealed class PushCommands
{
    private readonly World _world;
    private readonly Screen _screen;

    public PushCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("push on|off", "the vendor's resource runs and tells of calls that come and go, or does not", Push),
        new("remove CALL", "a dispatcher removes a call at the CAD: remove 104", Remove),
    ];

    private PromptResult Push(string text)
    {
        switch (text)
        {
            case "on":
                _world.SonoranCad ??= new SonoranCadResource(_world.Server);
                _screen.Say("Push events are on: open 106 and remove 104 are told to the resource.");
                return PromptResult.Done;
            case "off":
                _world.SonoranCad?.Stop();
                _world.SonoranCad = null;
                _screen.Say("Push events are off.");
                return PromptResult.Done;
            default:
                return PromptResult.Failed("Type push on or push off.");
        }
    }

    private PromptResult Remove(string text)
    {
        var call = _world.Cad.OpenCalls(_world.Community).FirstOrDefault(open => open.CallId.ToString(CultureInfo.InvariantCulture) == text);
        if (call is null)
        {
            return PromptResult.Failed($"\"{text}\" is no open call. Type calls to see which there are.");
        }

        _world.Cad.Remove(_world.Community, call.CallId);
        _screen.Say($"A dispatcher has removed call {text}.");
        _world.SonoranCad?.CallRemoved(call.CallId);
        return PromptResult.Done;
    }
}
