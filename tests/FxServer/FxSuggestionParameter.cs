namespace FxServer;

/// <summary>One argument of a command that a client's chat offers.</summary>
public sealed class FxSuggestionParameter
{
    internal FxSuggestionParameter(string name, string help)
    {
        Name = name;
        Help = help;
    }

    public string Name { get; }

    public string Help { get; }

    public override string ToString() => Help.Length > 0 ? $"{Name}: {Help}" : Name;
}
