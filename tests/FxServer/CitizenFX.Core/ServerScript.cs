namespace CitizenFX.Core;

/// <summary>Another name for <see cref="BaseScript"/>.</summary>
public abstract class ServerScript : BaseScript
{
}
