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
    /// <summary>Appends whole lines to a file, which is created with its folder if necessary. Blocks until the disk is done: once per tick at most.</summary>
    /// <exception cref="System.IO.IOException">The disk is full, the file is locked, or the folder is missing.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The server may not write there.</exception>
    void Append(string name, string lines);
}
