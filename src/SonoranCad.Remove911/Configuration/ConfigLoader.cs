namespace SonoranCad.Remove911.Configuration;

/// <summary>Reads config.json and the convars, which count more.</summary>
internal sealed class ConfigLoader(IResourceFiles files, IConvars convars)
{
    public const string FileName = "config.json";
    private const string MisnamedFileName = FileName + ".txt";

    /// <param name="fallback">The settings that replace wrong values; those in use in a reload, otherwise the defaults.</param>
    public ConfigFile Load(Settings? fallback = null)
    {
        var file = new ConfigFile(fallback);
        foreach (var definition in SettingDefinitions.All)
        {
            // The server has no way to tell a convar that is not set from one that this resource may not read.
            if (convars.Get(definition.Convar)?.Trim() is { Length: > 0 } text)
                file.ApplyConvar(definition, text);
        }

        if (files.Read(FileName) is { } json)
            return ConfigReader.Read(json, file);

        // Windows hides endings, so an editor may have saved the file as text.
        file.IsMissing = true;
        file.AddWarning(files.Read(MisnamedFileName) is null
            ? new Phrase(fallback is null ? "config.no_file" : "reload.no_file")
            : new Phrase("config.misnamed").With("file", MisnamedFileName));
        return file;
    }
}
