namespace SonoranCad.Remove911.Configuration;

/// <summary>How players are answered. The names are the words of config.json, but for <see cref="OxLib"/>: «ox_lib».</summary>
internal enum NotificationMode
{
    /// <summary>The vendor's resource where it runs, else ox_lib where it runs, else the chat.</summary>
    Auto,

    /// <summary>A chat line.</summary>
    Chat,

    /// <summary>A notification of ox_lib.</summary>
    OxLib,

    /// <summary>A notification of the vendor's resource.</summary>
    SonoranCad,
}
