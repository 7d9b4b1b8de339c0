using System.Globalization;

namespace ChannelBot.Cli.Chatting;

/// <summary>The line that a person is typing, and the lines typed before it.</summary>
internal sealed class EditedLine(IReadOnlyList<string> history)
{
    private int _place = history.Count;
    private string _draft = "";

    public string Text { get; private set; } = "";

    /// <summary>Where the next letter goes, in UTF-16 code units.</summary>
    public int Cursor { get; private set; }

    /// <summary>Takes a key; Enter and the end of the input are for the reader of the line.</summary>
    public void Press(ConsoleKeyInfo key)
    {
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
        {
            PressControl(key.Key);
            return;
        }

        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                Cursor = Before();
                break;
            case ConsoleKey.RightArrow:
                Cursor = After();
                break;
            case ConsoleKey.Home:
                Cursor = 0;
                break;
            case ConsoleKey.End:
                Cursor = Text.Length;
                break;
            case ConsoleKey.Backspace:
                Remove(Before(), Cursor);
                break;
            case ConsoleKey.Delete:
                Remove(Cursor, After());
                break;
            case ConsoleKey.UpArrow:
                Recall(_place - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(_place + 1);
                break;
            default:
                Insert(key.KeyChar);
                break;
        }
    }

    private void PressControl(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.A:
                Cursor = 0;
                break;
            case ConsoleKey.E:
                Cursor = Text.Length;
                break;
            case ConsoleKey.U:
                Remove(0, Cursor);
                break;
            case ConsoleKey.K:
                Remove(Cursor, Text.Length);
                break;
            case ConsoleKey.W:
                var word = Text.AsSpan(0, Cursor).TrimEnd().LastIndexOf(' ') + 1;
                Remove(word, Cursor);
                break;
        }
    }

    private void Insert(char letter)
    {
        if (letter >= ' ' && letter is not '\x7F')
        {
            Text = Text.Insert(Cursor, letter.ToString());
            Cursor++;
        }
    }

    private void Remove(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    /// <summary>Shows an earlier line, or the one begun before looking back.</summary>
    private void Recall(int place)
    {
        if (place < 0 || place > history.Count)
        {
            return;
        }

        if (_place == history.Count)
        {
            _draft = Text;
        }

        _place = place;
        Text = place == history.Count ? _draft : history[place];
        Cursor = Text.Length;
    }

    /// <summary>Moves by what a reader sees as one character, so that an accent or an emoji is never halved.</summary>
    private int After() => Cursor + (Cursor < Text.Length ? StringInfo.GetNextTextElementLength(Text, Cursor) : 0);

    private int Before()
    {
        var start = 0;
        while (start < Cursor && start + StringInfo.GetNextTextElementLength(Text, start) is var next && next < Cursor)
        {
            start = next;
        }

        return start;
    }
}
