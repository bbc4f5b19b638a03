using System;
using System.Text;

namespace Playground.Input;

/// <summary>A line that is being edited, and the place of the cursor in it. An emoji is two characters and one step.</summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    /// <summary>The index of the character after the cursor.</summary>
    public int Cursor { get; private set; }

    public void Set(string text)
    {
        _text.Clear().Append(text);
        Cursor = _text.Length;
    }

    public void Insert(char letter) => _text.Insert(Cursor++, letter);

    public void MoveLeft() => Cursor = Before(Cursor);

    public void MoveRight() => Cursor = After(Cursor);

    public void MoveHome() => Cursor = 0;

    public void MoveEnd() => Cursor = _text.Length;

    public void MoveWordLeft() => Cursor = WordStart();

    public void MoveWordRight()
    {
        while (Cursor < _text.Length && _text[Cursor] == ' ')
        {
            Cursor++;
        }

        while (Cursor < _text.Length && _text[Cursor] != ' ')
        {
            Cursor++;
        }
    }

    public void Backspace() => DeleteFrom(Before(Cursor));

    public void Delete() => _text.Remove(Cursor, After(Cursor) - Cursor);

    public void DeleteWord() => DeleteFrom(WordStart());

    public void DeleteToStart() => DeleteFrom(0);

    public void DeleteToEnd() => _text.Length = Cursor;

    private void DeleteFrom(int start)
    {
        _text.Remove(start, Cursor - start);
        Cursor = start;
    }

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && _text[start - 1] == ' ')
        {
            start--;
        }

        while (start > 0 && _text[start - 1] != ' ')
        {
            start--;
        }

        return start;
    }

    private int Before(int index)
    {
        var step = index > 1 && char.IsLowSurrogate(_text[index - 1]) ? 2 : 1;
        return Math.Max(0, index - step);
    }

    private int After(int index)
    {
        var step = index < _text.Length - 1 && char.IsHighSurrogate(_text[index]) ? 2 : 1;
        return Math.Min(_text.Length, index + step);
    }
}
