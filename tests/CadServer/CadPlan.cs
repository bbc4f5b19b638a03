namespace CadServer;

/// <summary>A community's plan, from the cheapest to the most expensive.</summary>
public enum CadPlan
{
    Free,
    Standard,
    Plus,
    Pro,
}
