using System.Threading.Tasks;

namespace CitizenFX.Core;

/// <summary>A function of a client. Calling it sends that client an event; the task ends with its answer, if one comes.</summary>
public delegate Task<object?> NetworkCallbackDelegate(params object?[] args);
