namespace CitizenFX.Core;

/// <summary>A <see cref="BaseScript"/> by another name.</summary>
public abstract class ServerScript : BaseScript
{
}
