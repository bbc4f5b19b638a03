namespace CitizenFX.Core;

/// <summary>
/// A function of another resource. Calling it runs it there synchronously, with arguments and result serialized.
/// </summary>
public delegate object? CallbackDelegate(params object?[] args);
