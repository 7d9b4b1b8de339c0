using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChannelBot.Bot.Rendering;

/// <summary>An answer's text as Markdown: its list and its citation marks work, and all else that looks like markup is text.</summary>
internal static partial class Markdown
{
    private const string Item = "- ";

    /// <param name="text">Lines; those that begin with "- " are a list's.</param>
    /// <param name="marks">Numbers whose [n] is a citation; other marks are left out, for they lead nowhere.</param>
    public static string From(string text, IReadOnlySet<int> marks)
    {
        var markdown = new StringBuilder(text.Length + 64);
        var wasItem = false;
        foreach (var line in TextOfOthers.Clean(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isItem = line.StartsWith(Item, StringComparison.Ordinal);
            if (markdown.Length > 0)
            {
                markdown.Append(isItem && wasItem ? "\n" : "\n\n");
            }

            markdown.Append(isItem ? Item : "");
            AppendLine(markdown, isItem ? line[Item.Length..] : line, marks);
            wasItem = isItem;
        }

        return markdown.ToString();
    }

    /// <summary>Text in which nothing is markup: not a tag, not emphasis, not a link, not even an address that would be made one.</summary>
    public static string Escape(string text) => Special().Replace(text, @"\$0");

    private static void AppendLine(StringBuilder markdown, string line, IReadOnlySet<int> marks)
    {
        var (start, afterMark) = (0, false);
        foreach (var match in Mark().Matches(line).Cast<Match>())
        {
            AppendWords(line[start..match.Index]);
            start = match.Index + match.Length;
            if (int.TryParse(match.ValueSpan[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && marks.Contains(n))
            {
                // [2][3] would be one link named 2.
                markdown.Append(afterMark ? " " : "").Append(match.Value);
                afterMark = true;
            }
        }

        AppendWords(line[start..]);

        // A mark that was left out leaves the space before it.
        while (markdown.Length > 0 && markdown[^1] is ' ')
        {
            markdown.Length--;
        }

        void AppendWords(string words)
        {
            if (words.Length > 0)
            {
                // [1](a) would be a link to a, and [1]: a its definition.
                markdown.Append(afterMark && words[0] is '(' or ':' ? @"\" : "").Append(Escape(words));
                afterMark = false;
            }
        }
    }

    /// <summary>What CommonMark and the clients' additions to it read as markup; '#', '&gt;', '+', '-' and a number only where a line begins.</summary>
    [GeneratedRegex(
        @"[\\`*_\[\]<~{}]|&(?=[#\w])|^[#>+-]|(?<=^\d{1,9})[.)]|:(?=//)|(?<=\b(?:mailto|xmpp)):|(?<=\bwww)\.|(?<=\w)@(?=\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex(@"\[\d{1,4}\]")]
    private static partial Regex Mark();
}
