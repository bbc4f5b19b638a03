using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Notifications;

/// <summary>A notification of ox_lib, which renders markdown.</summary>
internal sealed class OxLibChannel : INotificationChannel
{
    public const string Resource = "ox_lib";
    public const string Event = "ox_lib:notify";

    // ox_lib's own 3 s are too short for a sentence: time to look there, and then about 20 characters a second.
    private const int ShortestMilliseconds = 3000;
    private const int MillisecondsACharacter = 50;

    private readonly IClientEvents _clients;

    public OxLibChannel(IClientEvents clients)
    {
        _clients = clients;
    }

    public void Show(int source, string text, Tone tone)
    {
        var plain = MarkupEscaper.WithoutColours(text);
        _clients.Send(source, Event, new Dictionary<string, object>
        {
            ["title"] = Notifier.Title,
            ["description"] = MarkupEscaper.Neutralize(plain, mark => "\\" + mark),
            ["type"] = Type(tone),
            ["duration"] = ShortestMilliseconds + (MillisecondsACharacter * plain.Length),
        });
    }

    private static string Type(Tone tone) => tone switch
    {
        Tone.Success => "success",
        Tone.Warning => "warning",
        _ => "inform",
    };
}
