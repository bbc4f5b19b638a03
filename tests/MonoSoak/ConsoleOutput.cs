using System;
using System.Globalization;
using Xunit.Abstractions;

namespace MonoSoak;

/// <summary>Prints what a test reports.</summary>
internal sealed class ConsoleOutput : ITestOutputHelper
{
    public void WriteLine(string message) => Console.WriteLine("  " + message);

    public void WriteLine(string format, params object[] args) => WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));
}
