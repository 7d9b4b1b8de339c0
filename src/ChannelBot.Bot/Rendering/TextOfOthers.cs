using System.Text;

namespace ChannelBot.Bot.Rendering;

/// <summary>Text that others wrote, the user or the article, made harmless to what stands around it.</summary>
internal static class TextOfOthers
{
    private const string Ellipsis = "…";

    /// <summary>Without control characters other than line ends, without marks that turn the direction of all that follows, and without halves of characters.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else if (!IsUnwanted(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>At most <paramref name="most"/> characters, cut between words where a space is near, with an ellipsis.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - Ellipsis.Length;
        var space = text.LastIndexOf(' ', end);
        end = space > end / 2 ? space : end;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), Ellipsis);
    }

    private static bool IsClean(string text)
    {
        foreach (var letter in text)
        {
            if (IsUnwanted(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnwanted(char letter) => letter is not (>= ' ' and <= '~' or '\n')
        && (char.IsControl(letter) || char.IsSurrogate(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
