using System;

namespace CitizenFX.Core.Native;

/// <summary>A native's argument. Supported types convert implicitly.</summary>
public class InputArgument
{
    internal InputArgument(object? value) => Value = value;

    internal object? Value { get; }

    public static implicit operator InputArgument(bool value) => new InputArgument(value);

    public static implicit operator InputArgument(sbyte value) => new InputArgument(value);

    public static implicit operator InputArgument(byte value) => new InputArgument(value);

    public static implicit operator InputArgument(short value) => new InputArgument(value);

    public static implicit operator InputArgument(ushort value) => new InputArgument(value);

    public static implicit operator InputArgument(int value) => new InputArgument(value);

    public static implicit operator InputArgument(uint value) => new InputArgument(value);

    public static implicit operator InputArgument(long value) => new InputArgument(value);

    public static implicit operator InputArgument(ulong value) => new InputArgument(value);

    public static implicit operator InputArgument(float value) => new InputArgument(value);

    public static implicit operator InputArgument(double value) => new InputArgument(value);

    public static implicit operator InputArgument(Enum value) => new InputArgument(value);

    public static implicit operator InputArgument(string value) => new InputArgument(value);

    public static implicit operator InputArgument(Delegate value) => new InputArgument(value);

    public static implicit operator InputArgument(IntPtr value) => new InputArgument(value);

    public override string? ToString() => Value?.ToString();

    /// <summary>The function that was passed. Throws <see cref="ArgumentException"/> if it is anything else.</summary>
    internal Delegate AsFunction() =>
        Value as Delegate ?? throw new ArgumentException("This native requires a function here.");
}
