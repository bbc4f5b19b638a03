namespace SonoranCad.Remove911.Delivery;

internal struct StoredText(string text)
{
    // Milliseconds have 13 digits; more could overflow.
    private const int MaxDigits = 15;

    private int _position;

    public readonly bool IsAtEnd => _position == text.Length;

    public bool Skip(string literal)
    {
        var isNext = string.CompareOrdinal(text, _position, literal, 0, literal.Length) == 0;
        _position += isNext ? literal.Length : 0;
        return isNext;
    }

    /// <summary>Reads a number without a sign; null if none is next.</summary>
    public long? ReadNumber()
    {
        var start = _position;
        var number = 0L;
        for (; _position < text.Length && text[_position] is >= '0' and <= '9'; _position++)
        {
            number = (number * 10) + text[_position] - '0';
        }

        return _position - start is > 0 and <= MaxDigits ? number : null;
    }

    /// <summary>Reads up to the closing quote; null if there is none or the text has escapes.</summary>
    public string? ReadText()
    {
        var start = _position;
        _position = Math.Max(text.IndexOf('"', start), start);
        var read = text.Substring(start, _position - start);
        return Skip("\"") && read.IndexOf('\\') < 0 ? read : null;
    }
}
