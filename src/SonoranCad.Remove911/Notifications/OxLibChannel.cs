namespace SonoranCad.Remove911.Notifications;

/// <summary>Shows notifications of ox_lib, which renders markdown.</summary>
internal sealed class OxLibChannel(IClientEvents clientEvents) : INotificationChannel
{
    public const string ResourceName = "ox_lib";
    public const string EventName = "ox_lib:notify";

    public void Show(int source, string text, Tone tone)
    {
        var plain = TextSanitizer.Clean(text, int.MaxValue - 1);
        clientEvents.Send(source, EventName, new Dictionary<string, object>
        {
            ["title"] = Notifier.Title,
            ["description"] = MarkupEscaper.EscapeMarkdown(plain),
            ["type"] = Notifier.TypeOf(tone),
            ["duration"] = Notifier.DurationOf(plain),
        });
    }
}
