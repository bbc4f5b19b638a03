namespace SonoranCad.Remove911.Abstractions;

/// <summary>The server's configuration variables.</summary>
internal interface IConvars
{
    /// <summary>The value of <paramref name="name"/>, or null if it is not set or this resource may not read it.</summary>
    string? Get(string name);
}
