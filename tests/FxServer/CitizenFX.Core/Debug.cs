using System.Globalization;
using FxServer;

namespace CitizenFX.Core;

/// <summary>Prints to the server's console.</summary>
public static class Debug
{
    public static void Write(string data) => Print(data, newLine: false);

    public static void Write(string format, params object?[] args) => Print(Format(format, args), newLine: false);

    public static void WriteLine() => Print("", newLine: true);

    public static void WriteLine(string data) => Print(data, newLine: true);

    public static void WriteLine(string format, params object?[] args) => Print(Format(format, args), newLine: true);

    private static void Print(string data, bool newLine)
    {
        var console = ScriptScope.Require("Debug.Write").Server.Console;
        console.Print(newLine ? data + "\n" : data);
    }

    private static string Format(string format, object?[] args) => string.Format(CultureInfo.InvariantCulture, format, args);
}
