using System;

namespace CitizenFX.Core;

/// <summary>Registers the method as a command once its script was made.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class CommandAttribute : Attribute
{
    public readonly string Command;
    public bool Restricted;

    public CommandAttribute(string command) => Command = command;
}
