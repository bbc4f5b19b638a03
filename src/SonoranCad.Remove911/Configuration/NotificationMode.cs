namespace SonoranCad.Remove911.Configuration;

/// <summary>How players see replies. config.json uses these names, except that <see cref="OxLib"/> is ox_lib.</summary>
internal enum NotificationMode
{
    /// <summary>The vendor's resource if it runs, otherwise ox_lib if it runs, otherwise the chat.</summary>
    Auto,
    Chat,
    OxLib,

    /// <summary>A notification of the vendor's resource.</summary>
    SonoranCad,
}
