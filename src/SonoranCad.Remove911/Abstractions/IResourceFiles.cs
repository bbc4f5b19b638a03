namespace SonoranCad.Remove911.Abstractions;

/// <summary>Files in this resource's folder.</summary>
internal interface IResourceFiles
{
    /// <summary>The text of a file, or null if it does not exist.</summary>
    string? Read(string name);
}

/// <summary>Files in this resource's folder that only grow.</summary>
internal interface IAppendOnlyFiles
{
    /// <summary>Appends to a file, and creates it and its folder if necessary. Blocks until the disk is done: once per tick at most.</summary>
    /// <param name="name">The file's path in the resource's folder.</param>
    /// <param name="lines">Whole lines, each with its line feed.</param>
    /// <exception cref="System.IO.IOException">The disk is full, the file is locked, or the folder is missing.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The server may not write there.</exception>
    void Append(string name, string lines);
}
