using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace FxServer;

/// <summary>The notifications that a client has shown. An event that none of the client's resources handle is dropped.</summary>
internal sealed class ClientNotifications
{
    private const string OxLib = "ox_lib";
    private const string SonoranCad = SonoranCadResource.ResourceName;

    // An older version has no handler for the event.
    private static readonly Version FirstSonoranCadVersion = new Version(4, 0, 38);

    private readonly List<FxNotification> _shown = new List<FxNotification>();
    private readonly ResourceList _resources;

    /// <param name="resources">The server's resources, which run on its clients too.</param>
    public ClientNotifications(ResourceList resources) => _resources = resources;

    public IReadOnlyList<FxNotification> Shown => _shown;

    /// <returns>The notification that the client shows, or null for none.</returns>
    public FxNotification? Receive(string eventName, object?[] args)
    {
        var first = args.Length > 0 ? args[0] : null;
        var notification = eventName switch
        {
            "ox_lib:notify" when _resources.IsUp(OxLib) => OfOxLib(first),
            "SonoranCAD::core:Notify" when _resources.IsUp(SonoranCad) && HasNotifications() => OfSonoranCad(first),
            _ => null,
        };
        if (notification is not null)
        {
            _shown.Add(notification);
        }

        return notification;
    }

    // ox_lib accepts a table and ignores one with neither a title nor a description.
    private static FxNotification? OfOxLib(object? sent)
    {
        if (sent is not IDictionary<string, object?> map)
        {
            return null;
        }

        var (title, text) = (WireText.Of(map, "title"), WireText.Of(map, "description"));
        return title is null && text is null
            ? null
            : new FxNotification(OxLib, title, text, WireText.Of(map, "type")) { Duration = DurationOf(map) };
    }

    // The vendor's handler takes one table. It shows any other first argument as the message and drops the rest.
    private static FxNotification OfSonoranCad(object? sent)
    {
        if (sent is not IDictionary<string, object?> map)
        {
            return new FxNotification(SonoranCad, null, WireText.Of(sent) ?? "", null);
        }

        var message = WireText.Of(map, "message") ?? WireText.Of(map, "description");
        var stripped = message is null ? null : Strip(message);
        return new FxNotification(SonoranCad, WireText.Of(map, "title"), message, WireText.Of(map, "type"))
        {
            Duration = DurationOf(map),
            PlainText = WireText.Of(map, "plainMessage") ?? stripped,
            ChatText = WireText.Of(map, "chatMessage") ?? stripped,
            HtmlText = WireText.Of(map, "htmlMessage") ?? message,
        };
    }

    private static string Strip(string message) => WebUtility.HtmlDecode(Regex.Replace(message, "<[^>]*>", ""));

    private static int? DurationOf(IDictionary<string, object?> map) =>
        int.TryParse(WireText.Of(map, "duration"), NumberStyles.None, CultureInfo.InvariantCulture, out var duration) ? duration : null;

    private bool HasNotifications()
    {
        var versions = _resources.MetadataOf(SonoranCad, "version");
        return versions.Count > 0 && Version.TryParse(versions[0], out var version) && version >= FirstSonoranCadVersion;
    }
}
