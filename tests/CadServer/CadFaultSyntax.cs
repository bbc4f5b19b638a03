namespace CadServer;

/// <summary>One line of a prompt's help.</summary>
/// <param name="Usage">What to type, with placeholders in capitals.</param>
/// <param name="Meaning">What the CAD does then.</param>
public sealed record CadFaultSyntax(string Usage, string Meaning);
