namespace CitizenFX.Core;

/// <summary>A function of another resource. Calling it runs it there at once, through the pack and unpack step.</summary>
public delegate object? CallbackDelegate(params object?[] args);
