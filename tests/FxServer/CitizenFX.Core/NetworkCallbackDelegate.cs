using System.Threading.Tasks;

namespace CitizenFX.Core;

/// <summary>
/// A function of a client. Calling it sends that client an event; the task completes with the client's response, if any.
/// </summary>
public delegate Task<object?> NetworkCallbackDelegate(params object?[] args);
