namespace FxServer;

/// <summary>A notification that a client showed, as its sender wrote it.</summary>
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

    /// <summary>ox_lib's description, sonorancad's message.</summary>
    public string? Text { get; }

    /// <summary>Null when the sender named none, and the resource takes its own default.</summary>
    public string? Type { get; }

    /// <summary>In milliseconds; null when the sender named none, and the resource takes its own default.</summary>
    public int? Duration { get; internal set; }

    /// <summary>sonorancad only: what ox_lib and lation_ui show, as Markdown, if its owner has chosen one of them.</summary>
    public string? PlainText { get; internal set; }

    /// <summary>sonorancad only: what the chat shows, with its markers, if its owner has chosen that.</summary>
    public string? ChatText { get; internal set; }

    /// <summary>sonorancad only: what pNotify renders as HTML, without the title, if its owner has chosen that.</summary>
    public string? HtmlText { get; internal set; }

    public override string ToString() => $"{Origin} {Type}: {Title}: {Text}";
}
