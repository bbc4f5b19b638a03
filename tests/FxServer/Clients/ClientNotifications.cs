using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>The notifications that a client showed. An event that no resource of the client handles vanishes.</summary>
internal sealed class ClientNotifications
{
    private const string OxLib = "ox_lib";
    private const string SonoranCad = SonoranCadResource.ResourceName;

    private readonly List<FxNotification> _shown = new List<FxNotification>();
    private readonly Func<string, bool> _isStarted;

    /// <param name="isStarted">Whether the resource of that name runs, on the server and so on its clients.</param>
    public ClientNotifications(Func<string, bool> isStarted) => _isStarted = isStarted;

    public IReadOnlyList<FxNotification> Shown => _shown;

    /// <returns>What the client shows for the event; null for nothing.</returns>
    public FxNotification? Receive(string eventName, object?[] args)
    {
        var first = args.Length > 0 ? args[0] : null;
        var notification = eventName switch
        {
            "ox_lib:notify" when _isStarted(OxLib) => OfOxLib(first),
            "SonoranCAD::core:Notify" when _isStarted(SonoranCad) => OfSonoranCad(first),
            _ => null,
        };
        if (notification is not null)
        {
            _shown.Add(notification);
        }

        return notification;
    }

    // ox_lib takes a table, and shows none that has neither a title nor a description.
    private static FxNotification? OfOxLib(object? sent)
    {
        if (sent is not IDictionary<string, object?> map)
        {
            return null;
        }

        var (title, text) = (WireText.Of(map, "title"), WireText.Of(map, "description"));
        return title is null && text is null ? null : new FxNotification(OxLib, title, text, WireText.Of(map, "type"));
    }

    // The vendor's handler takes one table; of anything else it makes the message, and drops what follows.
    private static FxNotification OfSonoranCad(object? sent) => sent is IDictionary<string, object?> map
        ? new FxNotification(
            SonoranCad,
            WireText.Of(map, "title"),
            WireText.Of(map, "message") ?? WireText.Of(map, "description"),
            WireText.Of(map, "type"))
        : new FxNotification(SonoranCad, null, WireText.Of(sent) ?? "", null);
}
