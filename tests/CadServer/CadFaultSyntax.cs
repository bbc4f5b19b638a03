namespace CadServer;

/// <summary>One line of a prompt's help.</summary>
/// <param name="Usage">What to type, with a placeholder in capitals for what varies.</param>
/// <param name="Meaning">What the CAD then does.</param>
public sealed record CadFaultSyntax(string Usage, string Meaning);
