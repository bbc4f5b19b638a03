namespace SonoranCad.Remove911.Configuration;

/// <summary>config.json and the convars as read: the settings, and what the owner has to fix.</summary>
internal sealed class ConfigFile(Settings? fallback = null)
{
    /// <summary>Beyond this number, one more warning stands for all others.</summary>
    public const int MaxWarnings = 5;

    private const int MinSecretLength = 12;
    private const int MaxErrors = 20;

    private readonly List<Phrase> _warnings = new();
    private readonly List<Phrase> _errors = new();

    public Settings Settings { get; } = new();

    /// <summary>The settings that replace wrong values, and that the errors name: the defaults, or those in use.</summary>
    public Settings Fallback { get; } = fallback ?? new Settings();

    /// <summary>What the owner should look at; the file works regardless.</summary>
    public IReadOnlyList<Phrase> Warnings => _warnings;

    /// <summary>What is wrong: first in the convars, then in the file.</summary>
    public IReadOnlyList<Phrase> Errors => _errors;

    /// <summary>The first error in a setting that decides where requests go, or for whom. No other error blocks sending.</summary>
    public Phrase? AccountError { get; private set; }

    /// <summary>Whether there is no file; a warning says so.</summary>
    public bool IsMissing { get; set; }

    /// <summary>The secrets that the file and the convars contain, in use or not.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>Applies a convar. The text "null" counts as config.json's null.</summary>
    public void ApplyConvar(SettingDefinition definition, string text)
    {
        AddSecret(definition, text);
        Settings.ConvarKeys.Add(definition.Key);
        definition.Apply(this, text == "null" ? JValue.CreateNull() : text, isConvar: true);
    }

    public void Apply(SettingDefinition definition, JToken value)
    {
        AddSecret(definition, (value as JValue)?.Value as string);
        if (!Settings.ConvarKeys.Contains(definition.Key))
            definition.Apply(this, value);
    }

    public void AddWarning(Phrase warning)
    {
        if (_warnings.Count <= MaxWarnings)
            _warnings.Add(_warnings.Count < MaxWarnings ? warning : new Phrase("config.more_warnings"));
    }

    public void AddError(Phrase error, bool isAboutAccount)
    {
        // A key may be in the file thousands of times.
        if (_errors.Count < MaxErrors)
            _errors.Add(error);

        if (isAboutAccount)
            AccountError ??= error;
    }

    // A short text is not a secret but an owner's "none".
    private void AddSecret(SettingDefinition definition, string? text)
    {
        if (definition.IsSecret && text?.Length >= MinSecretLength)
            Secrets.Add(text.Trim());
    }
}
