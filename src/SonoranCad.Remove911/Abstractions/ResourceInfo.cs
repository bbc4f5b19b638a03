namespace SonoranCad.Remove911.Abstractions;

/// <summary>This resource, as the server and others know it.</summary>
/// <param name="Name">The name of its folder, which owners may change.</param>
/// <param name="Version">Its version, such as <c>1.2.3</c>.</param>
internal sealed record ResourceInfo(string Name, string Version);
