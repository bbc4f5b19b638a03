namespace SonoranCad.Remove911.Abstractions;

/// <summary>Files in this resource's folder.</summary>
internal interface IResourceFiles
{
    /// <summary>The text of a file, or null if it does not exist.</summary>
    string? Read(string name);
}
