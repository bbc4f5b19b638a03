using System.Collections.Generic;
using System.Globalization;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// A notification of the vendor's resource. It hands the message on to what its owner has: ox_lib (markdown), pNotify (HTML)
/// or the chat. So no sign of either language may be in it, and none that is an escape in one of them.
/// </summary>
internal sealed class SonoranCadChannel(IClientEvents clientEvents) : INotificationChannel
{
    public const string ResourceName = "sonorancad";
    public const string EventName = "SonoranCAD::core:Notify";

    // Each printable ASCII character has a twin in full width at this distance, which looks the same and means nothing.
    private const int FullWidthOffset = '\uFF01' - '!';

    public void Show(int source, string text, Tone tone) => clientEvents.Send(source, EventName, new Dictionary<string, object>
    {
        ["title"] = Notifier.Title,
        ["message"] = MarkupEscaper.Escape(MarkupEscaper.StripColors(text), ToFullWidthForm),
        ["type"] = Type(tone),
    });

    private static string ToFullWidthForm(char character) => ((char)(character + FullWidthOffset)).ToString(CultureInfo.InvariantCulture);

    private static string Type(Tone tone) => tone switch
    {
        Tone.Success => "success",
        Tone.Warning => "warning",
        _ => "info",
    };
}
