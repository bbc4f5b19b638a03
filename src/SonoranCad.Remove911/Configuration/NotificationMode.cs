namespace SonoranCad.Remove911.Configuration;

/// <summary>How players are answered. The names are the words of config.json, except <see cref="OxLib"/>: ox_lib.</summary>
internal enum NotificationMode
{
    /// <summary>The vendor's resource if it runs, otherwise ox_lib if it runs, otherwise the chat.</summary>
    Auto,

    /// <summary>A chat line.</summary>
    Chat,

    /// <summary>A notification of ox_lib.</summary>
    OxLib,

    /// <summary>A notification of the vendor's resource.</summary>
    SonoranCad,
}
