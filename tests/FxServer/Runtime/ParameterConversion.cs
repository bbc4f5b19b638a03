using System;
using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Converts the arguments of an event or call to a handler's parameters, as the server does.</summary>
internal static class ParameterConversion
{
    /// <summary>Calls the handler. Exceptions of the handler and of a conversion are not wrapped.</summary>
    public static object? Invoke(Delegate handler, string source, object?[] args)
    {
        var converted = Convert(handler.Method, source, args, skip: IsClosedStatic(handler) ? 1 : 0);
        try
        {
            return handler.DynamicInvoke(converted);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not null)
        {
            ExceptionDispatchInfo.Capture(failure.InnerException).Throw();
            throw;
        }
    }

    // A static method bound to a first argument (compiled expressions, extension methods): the caller does not pass that one.
    private static bool IsClosedStatic(Delegate handler) => handler.Method.IsStatic && handler.Target is not null;

    private static object?[] Convert(MethodInfo method, string source, object?[] args, int skip)
    {
        var parameters = method.GetParameters();
        var converted = new object?[parameters.Length - skip];
        var next = 0;
        for (var index = 0; index < converted.Length; index++)
        {
            var parameter = parameters[index + skip];
            if (parameter.IsDefined(typeof(FromSourceAttribute), inherit: false))
            {
                converted[index] = FromSource(parameter.ParameterType, source);
            }
            else if (next < args.Length)
            {
                converted[index] = ConvertValue(args[next++], parameter.ParameterType);
            }
            else
            {
                converted[index] = Default(parameter.ParameterType);
            }
        }

        return converted;
    }

    private static object? FromSource(Type type, string source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return Default(type);
        }

        return type == typeof(Player) ? new Player(source) : ConvertValue(source, type);
    }

    private static object? ConvertValue(object? value, Type type)
    {
        if (value is null || type.IsInstanceOfType(value))
        {
            return value;
        }

        if (value is IConvertible)
        {
            return System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }

        throw new InvalidCastException($"Could not cast event argument from {value.GetType().Name} to {type.Name}");
    }

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
