using System;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using System.Threading.Tasks;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Registers a script's methods that have [Tick], [EventHandler] or [Command].</summary>
internal static class AttributeBinder
{
    private const BindingFlags AnyMethod =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    public static void Bind(ScriptRuntime runtime, BaseScript script)
    {
        foreach (var method in script.GetType().GetMethods(AnyMethod))
        {
            if (method.IsDefined(typeof(TickAttribute), inherit: true))
            {
                script.Ticks.Add((Func<Task>)ToDelegate(script, method));
            }

            foreach (var handled in method.GetCustomAttributes<EventHandlerAttribute>(inherit: true))
            {
                script.EventHandlers[handled.Name] += ToDelegate(script, method);
            }

            foreach (var command in method.GetCustomAttributes<CommandAttribute>(inherit: true))
            {
                runtime.Server.Commands.Register(runtime, command.Command, ToDelegate(script, method), command.Restricted);
            }
        }
    }

    private static Delegate ToDelegate(BaseScript script, MethodInfo method)
    {
        var types = method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).ToArray();
        var type = method.ReturnType == typeof(Task) && types.Length == 1 ? typeof(Func<Task>) : Expression.GetDelegateType(types);
        return method.IsStatic ? method.CreateDelegate(type) : method.CreateDelegate(type, script);
    }
}
