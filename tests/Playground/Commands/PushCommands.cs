using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>The push events of the vendor's resource, and a dispatcher in the CAD whose actions they report.</summary>
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
        new("push on|off", "starts or stops sonorancad, whose push events report opened and closed calls", Push),
        new("remove CALL", "a dispatcher removes a call in the CAD: remove 104", Remove),
    ];

    private PromptResult Push(string text)
    {
        switch (text.ToUpperInvariant())
        {
            case "ON" when _world.SonoranCad is null && _world.Server.IsRunning(SonoranCadResource.ResourceName):
                return PromptResult.Failed("sonorancad is already running without push events. Type stop sonorancad first.");
            case "ON":
                _world.SonoranCad ??= new SonoranCadResource(_world.Server);
                _screen.Say("Push events are on: the resource hears of open 106 and remove 104.");
                return PromptResult.Done;
            case "OFF":
                _world.SonoranCad?.Stop();
                _world.SonoranCad = null;
                _screen.Say("Push events are off.");
                return PromptResult.Done;
            default:
                return PromptResult.Failed("Type push on, or push off.");
        }
    }

    private PromptResult Remove(string text)
    {
        var call = _world.Cad.OpenCalls(_world.Community).FirstOrDefault(open => InputParser.TryCallId(text, out var callId) && open.CallId == callId);
        if (call is null)
        {
            return PromptResult.Failed($"There is no open call \"{text}\". Type calls for a list.");
        }

        _world.Cad.Remove(_world.Community, call.CallId);
        _screen.Say(string.Create(CultureInfo.InvariantCulture, $"A dispatcher has removed call {call.CallId}."));
        _world.SonoranCad?.CallRemoved(call.CallId);
        return PromptResult.Done;
    }
}
