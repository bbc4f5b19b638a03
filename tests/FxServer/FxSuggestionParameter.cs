namespace FxServer;

/// <summary>One argument of a suggested command.</summary>
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
