using ChannelBot.Testing.Comparison;
using Spectre.Console;

namespace ChannelBot.Cli.Scripting;

/// <summary>A difference in a terminal: words that are missing in red, words that came instead in green; without colours in [-…-] and {+…+}.</summary>
internal static class DiffText
{
    private const string Indent = "     ";

    private static readonly Style s_missing = new(foreground: Color.Maroon, decoration: Decoration.Strikethrough);
    private static readonly Style s_unexpected = new(foreground: Color.Green, decoration: Decoration.Underline);

    public static void Write(Terminal terminal, IReadOnlyList<DiffPiece> diff)
    {
        terminal.Ink.Write(Indent);
        foreach (var piece in diff)
        {
            var (style, open, close) = piece.Kind switch
            {
                DiffKind.Missing => (s_missing, "[-", "-]"),
                DiffKind.Unexpected => (s_unexpected, "{+", "+}"),
                _ => (Style.Plain, "", ""),
            };
            var words = piece.Text.ReplaceLineEndings($"\n{Indent}");
            terminal.Ink.Write(terminal.Colours ? words : $"{open}{words}{close}", style);
        }

        terminal.Ink.WriteLine();
    }
}
