namespace FxServer;

/// <summary>A resource that events are delivered to.</summary>
internal interface IEventTarget
{
    /// <summary>
    /// Runs the handlers before it returns. The source is empty from a resource or the server and <c>net:id</c> from a client; the
    /// invoker is the resource that fired it, null when it is the server or a client.
    /// </summary>
    void Deliver(string eventName, string source, byte[] packedArgs, string? invoker);
}
