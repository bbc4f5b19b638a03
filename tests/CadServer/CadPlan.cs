namespace CadServer;

/// <summary>What a community pays for, from the least to the most.</summary>
public enum CadPlan
{
    Free,
    Standard,
    Plus,
    Pro,
}
