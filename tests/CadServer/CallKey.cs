namespace CadServer;

/// <summary>What names a call: the same number can be open on two servers of a community.</summary>
internal readonly record struct CallKey(int ServerId, int CallId);
