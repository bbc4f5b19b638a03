namespace SonoranCad.Remove911.Abstractions;

/// <summary>The exports of the other resources on this server.</summary>
internal interface IResourceExports
{
    /// <summary>
    /// Finds an export without arguments; null if there is none. Calling it runs the other resource's code within the call,
    /// and fails once that resource has stopped. Keep the function: the server frees each one on a thread of its own, which
    /// may damage a string of the main thread.
    /// </summary>
    Func<object?>? Find(string resource, string export);
}
