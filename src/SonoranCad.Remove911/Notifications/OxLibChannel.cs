namespace SonoranCad.Remove911.Notifications;

/// <summary>Shows notifications of ox_lib, which renders markdown.</summary>
internal sealed class OxLibChannel(IClientEvents clientEvents) : INotificationChannel
{
    public const string ResourceName = "ox_lib";
    public const string EventName = "ox_lib:notify";

    // ox_lib's default of 3 s is too short for a sentence: 3 s to notice it, then about 20 characters a second.
    private const int MinMilliseconds = 3000;
    private const int MillisecondsPerCharacter = 50;

    public void Show(int source, string text, Tone tone)
    {
        var plain = MarkupEscaper.StripColors(text);
        clientEvents.Send(source, EventName, new Dictionary<string, object>
        {
            ["title"] = Notifier.Title,
            ["description"] = MarkupEscaper.EscapeMarkdown(plain),
            ["type"] = tone switch { Tone.Success => "success", Tone.Warning => "warning", _ => "info" },
            ["duration"] = MinMilliseconds + (MillisecondsPerCharacter * plain.Length),
        });
    }
}
