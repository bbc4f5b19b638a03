namespace CadServer;

/// <summary>Identifies a call: the same id can be open on two servers of a community.</summary>
internal readonly record struct CallKey(int ServerId, int CallId);
