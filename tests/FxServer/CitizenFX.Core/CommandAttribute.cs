using System;

namespace CitizenFX.Core;

/// <summary>Registers the method as a command after its script is created.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class CommandAttribute : Attribute
{
    public readonly string Command;
    public bool Restricted;

    public CommandAttribute(string command) => Command = command;
}
