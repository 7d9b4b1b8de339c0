using System.Text;

namespace ChannelBot.Teaching.Rendering;

/// <summary>Text of an article in Markdown: its signs stay signs.</summary>
internal static class MarkdownText
{
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~')
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
