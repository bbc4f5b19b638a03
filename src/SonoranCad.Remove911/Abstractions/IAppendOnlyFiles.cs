namespace SonoranCad.Remove911.Abstractions;

/// <summary>Files in this resource's folder that only ever grow.</summary>
internal interface IAppendOnlyFiles
{
    /// <summary>
    /// Writes behind what the file holds; makes the file and its folder where there are none. It holds the main thread as
    /// long as the disk does: once a tick at most.
    /// </summary>
    /// <param name="name">The file's name in the resource's folder.</param>
    /// <param name="lines">Whole lines, each with its line feed.</param>
    /// <exception cref="System.IO.IOException">The disk is full, the file locked, the folder gone.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The server may not write there.</exception>
    void Append(string name, string lines);
}
