using System.Net;
using System.Text;

namespace ChannelBot.Core.Language;

/// <summary>Takes HTML out of a text and keeps what a reader would see.</summary>
internal static class Markup
{
    /// <summary>Tags that stand inside words; any other separates what is around it.</summary>
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "code", "em", "font", "i", "kbd", "mark", "s", "samp", "small", "span", "strong", "sub", "sup",
        "tt", "u", "var", "wbr",
    };

    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return text;
        }

        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = text[i] == '<' ? TagEnd(text, i) : -1;
            if (end < 0)
            {
                shown.Append(text[i++]);
                continue;
            }

            var name = TagName(text, i);
            i = IsHidden(name) && text[i + 1] != '/' ? ElementEnd(text, end, name) : end;
            if (!Inline.Contains(name))
            {
                shown.Append(' ');
            }
        }

        return shown.ToString();
    }

    private static bool IsHidden(string name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    /// <summary>One past the '>' of the tag at <paramref name="start"/>; -1 where '&lt;' is only a sign ("3 &lt; 5").</summary>
    private static int TagEnd(string text, int start)
    {
        var first = start + 1 < text.Length ? text[start + 1] : ' ';
        if (!char.IsAsciiLetter(first) && first is not ('/' or '!' or '?'))
        {
            return -1;
        }

        if (string.CompareOrdinal(text, start, "<!--", 0, 4) == 0)
        {
            return text.IndexOf("-->", start, StringComparison.Ordinal) is >= 0 and var close ? close + 3 : -1;
        }

        var quote = '\0';
        for (var i = start + 1; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'' && text[i - 1] is '=')
            {
                quote = text[i];
            }
            else if (text[i] == '>')
            {
                return i + 1;
            }
            else if (text[i] == '<')
            {
                return -1;
            }
        }

        return -1;
    }

    private static string TagName(string text, int start)
    {
        var from = start + 1 < text.Length && text[start + 1] == '/' ? start + 2 : start + 1;
        var end = from;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[from..end];
    }

    private static int ElementEnd(string text, int from, string name)
    {
        var close = text.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? from : TagEnd(text, close) is >= 0 and var end ? end : text.Length;
    }
}
