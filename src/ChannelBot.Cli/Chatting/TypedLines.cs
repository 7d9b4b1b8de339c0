using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChannelBot.Cli.Chatting;

/// <summary>Lines that a person types, with the arrow keys to move in the line and to bring back earlier ones.</summary>
internal sealed class TypedLines(Terminal terminal) : ILineSource
{
    private const int NarrowestLine = 10;

    private readonly List<string> _history = [];

    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        // Waiting for a key cannot be interrupted, so another thread waits: Ctrl-C then leaves at once.
        var line = await Task.Run(ReadLine, cancellationToken).WaitAsync(cancellationToken);
        if (line is { Length: > 0 } && (_history.Count is 0 || _history[^1] != line))
        {
            _history.Add(line);
        }

        return line;
    }

    private string? ReadLine()
    {
        var line = new EditedLine(_history);
        Draw(line);
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key is ConsoleKey.Enter || key.KeyChar is '\n' or '\r')
            {
                terminal.Out.WriteLine();
                return line.Text;
            }

            if (key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } && line.Text.Length is 0)
            {
                terminal.Out.WriteLine();
                return null;
            }

            line.Press(key);
            Draw(line);
        }
    }

    /// <summary>Draws the part of the line around the cursor: it keeps to one row, however long it is.</summary>
    private void Draw(EditedLine line)
    {
        var room = Math.Max(NarrowestLine, Console.WindowWidth - WholeLines.Prompt.Length - 1);
        var (shown, column) = Window(line.Text, line.Cursor, room);
        var ink = terminal.Ink;
        terminal.Out.Write('\r');
        ink.Write(WholeLines.Prompt, new Style(Color.Teal));
        ink.Write(shown);
        ink.EraseInLine(0);
        terminal.Out.Write('\r');
        ink.CursorForward(WholeLines.Prompt.Length + column);
        terminal.Out.Flush();
    }

    /// <summary>The text that fits into <paramref name="room"/> columns, the cursor among it, and the cursor's column.</summary>
    internal static (string Shown, int Column) Window(string text, int cursor, int room)
    {
        var start = 0;
        while (start < cursor && Width(text[start..cursor]) > room)
        {
            start += StringInfo.GetNextTextElementLength(text, start);
        }

        var end = text.Length;
        while (end > cursor && Width(text[start..end]) > room)
        {
            end--;
        }

        return (text[start..end], Width(text[start..cursor]));
    }

    private static int Width(string text) => new Segment(text).CellCount();
}
