using System.Collections.Generic;

namespace FxServer;

/// <summary>A command that a client's chat suggests while its player types.</summary>
public sealed class FxSuggestion
{
    internal FxSuggestion(string name, string help, IReadOnlyList<FxSuggestionParameter> parameters)
    {
        Name = name;
        Help = help;
        Params = parameters;
    }

    /// <summary>With its slash.</summary>
    public string Name { get; }

    public string Help { get; }

    public IReadOnlyList<FxSuggestionParameter> Params { get; }

    public override string ToString() => $"{Name} [{string.Join(", ", Params)}]: {Help}";
}
