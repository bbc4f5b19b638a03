namespace SonoranCad.Remove911.Notifications;

/// <summary>Shows notifications of the vendor's resource, with a field for each way in which it may forward them.</summary>
internal sealed class SonoranCadChannel(IClientEvents clientEvents) : INotificationChannel
{
    public const string ResourceName = VendorResource.Name;
    public const string EventName = "SonoranCAD::core:Notify";

    /// <summary>The first version with this event. An older one ignores it without an error.</summary>
    public const string MinVersion = "4.0.38";

    // Each printable ASCII character has a full-width form at this distance, which looks alike and is no markup.
    private const int FullWidthOffset = '\uFF01' - '!';

    /// <summary>Whether <paramref name="version"/>, as in the manifest, has these notifications; false if it is unreadable.</summary>
    public static bool IsInVersion(string version) =>
        Version.TryParse(version.Trim().TrimStart('v', 'V').Split('-', '+', ' ')[0], out var parsed) && parsed >= new Version(MinVersion);

    public void Show(int source, string text, Tone tone)
    {
        var plain = TextSanitizer.Clean(text, int.MaxValue - 1);
        clientEvents.Send(source, EventName, new Dictionary<string, object>
        {
            ["title"] = Notifier.Title,

            // For ways that are not known here: without any language's markup or escapes.
            ["message"] = MarkupEscaper.Escape(plain, character => ((char)(character + FullWidthOffset)).ToString(CultureInfo.InvariantCulture)),

            // For ox_lib and lation_ui, the chat, and pNotify.
            ["plainMessage"] = MarkupEscaper.EscapeMarkdown(plain),
            ["chatMessage"] = plain,
            ["htmlMessage"] = MarkupEscaper.EscapeHtml(plain),
            ["type"] = Notifier.TypeOf(tone),
            ["duration"] = Notifier.DurationOf(plain),
        });
    }
}
