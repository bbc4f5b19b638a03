namespace FxServer;

/// <summary>A resource that receives events.</summary>
internal interface IEventTarget
{
    /// <summary>
    /// Runs the handlers synchronously. The source is empty for a resource or the server and <c>net:id</c> for a client; the
    /// invoker is the resource that fired the event, or null for the server or a client.
    /// </summary>
    void Deliver(string eventName, string source, byte[] packedArgs, string? invoker);
}
