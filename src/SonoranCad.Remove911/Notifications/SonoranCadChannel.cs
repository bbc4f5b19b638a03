using System.Globalization;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// Shows notifications of the vendor's resource, which forwards them to ox_lib (markdown), pNotify (HTML) or the chat, as its
/// owner chose. So the message must contain neither language's markup nor its escapes.
/// </summary>
internal sealed class SonoranCadChannel(IClientEvents clientEvents) : INotificationChannel
{
    public const string ResourceName = "sonorancad";
    public const string EventName = "SonoranCAD::core:Notify";

    // Each printable ASCII character has a full-width form at this distance, which looks alike and is no markup.
    private const int FullWidthOffset = '\uFF01' - '!';

    public void Show(int source, string text, Tone tone) => clientEvents.Send(source, EventName, new Dictionary<string, object>
    {
        ["title"] = Notifier.Title,
        ["message"] = MarkupEscaper.Escape(MarkupEscaper.StripColors(text), ToFullWidthForm),
        ["type"] = tone switch { Tone.Success => "success", Tone.Warning => "warning", _ => "info" },
    });

    private static string ToFullWidthForm(char character) => ((char)(character + FullWidthOffset)).ToString(CultureInfo.InvariantCulture);
}
