using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

internal sealed class CfxResourceFiles(string resource) : IResourceFiles, IAppendOnlyFiles
{
    public string? Read(string name) => API.LoadResourceFile(resource, name);

    // SaveResourceFile only writes whole files: by the end of a month every line would rewrite the whole month.
    public void Append(string name, string lines)
    {
        var folder = API.GetResourcePath(resource);
        if (string.IsNullOrEmpty(folder))
            throw new DirectoryNotFoundException("The server does not tell this resource's folder.");

        AppendOnlyFile.Append(Path.Combine(folder, name), lines);
    }
}
