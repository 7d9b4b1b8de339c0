using System.Text;

namespace ChannelBot.Core.Language;

/// <summary>Makes what a person typed readable: invisible and look-alike characters, markup, spaced-out letters, shouting.</summary>
public static class QuestionText
{
    /// <summary>Taking one layer off may show another ("&lt;&lt;b&gt;b&gt;"); nobody means more layers than this.</summary>
    private const int MostLayers = 8;

    /// <summary>The same words in plain characters. What is visible and meant stays as it was typed; a line end stays one.</summary>
    public static string Clean(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed;
        for (var layer = 0; layer < MostLayers && !IsPlain(text); layer++)
        {
            var before = text;
            text = CollapseSpace(PlainCharacters.Map(text));
            text = Confusables.Fold(text);
            text = Markup.Strip(text);
            text = SpacedLetters.Join(text);
            text = Shouting.Lower(CollapseSpace(text, keepDouble: false));
            if (text == before)
            {
                break;
            }
        }

        return text;
    }

    /// <summary>Most questions: ASCII words with single spaces, no markup, not shouted, nothing spaced out.</summary>
    private static bool IsPlain(string text)
    {
        int letters = 0, capitals = 0, single = 0;
        var wordStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' or > '~' or '<' or '&' or '_' or '*')
            {
                return false;
            }

            if (c == ' ')
            {
                if (i == wordStart)
                {
                    return false;
                }

                single = i - wordStart == 1 ? single + 1 : 0;
                wordStart = i + 1;
            }

            single = c == '-' ? single + 1 : single;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
            if (single >= SpacedLetters.Fewest - 1)
            {
                return false;
            }
        }

        return (wordStart < text.Length || text.Length == 0) && capitals * 2 <= letters;
    }

    /// <summary>White space as one space each, or one line end; two spaces are kept while letters may still be spaced out.</summary>
    private static string CollapseSpace(string text, bool keepDouble = true)
    {
        var collapsed = new StringBuilder(text.Length);
        int spaces = 0, lines = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                lines += c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' ? 1 : 0;
                spaces += c == '\t' ? 2 : 1;
                continue;
            }

            if (collapsed.Length > 0 && spaces > 0)
            {
                collapsed.Append(lines > 0 ? "\n" : keepDouble && spaces > 1 ? "  " : " ");
            }

            spaces = lines = 0;
            collapsed.Append(c);
        }

        return collapsed.ToString();
    }
}
