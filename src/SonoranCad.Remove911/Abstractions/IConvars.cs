namespace SonoranCad.Remove911.Abstractions;

/// <summary>The server's configuration variables.</summary>
internal interface IConvars
{
    /// <summary>The value of <paramref name="name"/>, or empty where it is not set or may not be read.</summary>
    string Get(string name);
}
