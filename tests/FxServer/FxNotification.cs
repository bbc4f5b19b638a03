namespace FxServer;

/// <summary>A notification that a client has shown, with its sender's values.</summary>
public sealed class FxNotification
{
    internal FxNotification(string origin, string? title, string? text, string? type)
    {
        Origin = origin;
        Title = title;
        Text = text;
        Type = type;
    }

    /// <summary>The resource whose client side showed it: <c>ox_lib</c> or <c>sonorancad</c>.</summary>
    public string Origin { get; }

    public string? Title { get; }

    /// <summary>ox_lib's description, or sonorancad's message.</summary>
    public string? Text { get; }

    /// <summary>Null if the sender omitted it and the resource uses its default.</summary>
    public string? Type { get; }

    /// <summary>In milliseconds; null if the sender omitted it and the resource uses its default.</summary>
    public int? Duration { get; internal set; }

    /// <summary>sonorancad only: the Markdown for ox_lib and lation_ui, if the owner has chosen one of them.</summary>
    public string? PlainText { get; internal set; }

    /// <summary>sonorancad only: the chat text, with its markers, if the owner has chosen the chat.</summary>
    public string? ChatText { get; internal set; }

    /// <summary>
    /// sonorancad only: the text without the title that pNotify renders as HTML, if the owner has chosen pNotify.
    /// </summary>
    public string? HtmlText { get; internal set; }

    public override string ToString() => $"{Origin} {Type}: {Title}: {Text}";
}
