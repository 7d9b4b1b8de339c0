using System.Text;

namespace ChannelBot.Core.Language;

/// <summary>Joins letters that were typed one by one: "w h o   i s   h e", "w-h-o".</summary>
internal static class SpacedLetters
{
    /// <summary>Fewer single letters in a row happen in plain English ("plan A, B or C").</summary>
    public const int Fewest = 4;

    public static string Join(string text)
    {
        var joined = JoinAt(text, ' ');
        foreach (var sign in "-_*")
        {
            joined = joined.Contains(sign, StringComparison.Ordinal) ? JoinAt(joined, sign) : joined;
        }

        return joined;
    }

    private static string JoinAt(string text, char separator)
    {
        StringBuilder? joined = null;
        var copied = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = RunEnd(text, i, separator, out var letters, out var signs);
            if (letters >= Fewest && (letters + 1) * 2 > signs)
            {
                joined ??= new StringBuilder(text.Length);
                joined.Append(text, copied, i - copied);
                AppendRun(joined, text.AsSpan(i, end - i), separator);
                copied = end;
            }

            i = Math.Max(end, NextWord(text, i, separator));
        }

        return joined is null ? text : joined.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>One past the last of the single characters from <paramref name="start"/> on, one separator between each (two spaces between words).</summary>
    private static int RunEnd(string text, int start, char separator, out int letters, out int signs)
    {
        letters = signs = 0;
        var end = start;
        for (var at = start; at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != separator;)
        {
            var next = at + 1;
            if (next < text.Length && text[next] != separator && !(separator != ' ' && !char.IsLetterOrDigit(text[next])))
            {
                // A word's last letter may carry a sign: "h e ?" or "h e?".
                break;
            }

            letters += char.IsLetter(text[at]) ? 1 : 0;
            signs++;
            end = next;
            if (next >= text.Length || text[next] != separator)
            {
                break;
            }

            at = next + 1;
            while (separator == ' ' && at < text.Length && text[at] == ' ')
            {
                at++;
            }
        }

        return end;
    }

    private static void AppendRun(StringBuilder joined, ReadOnlySpan<char> run, char separator)
    {
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] != separator)
            {
                joined.Append(run[i]);
            }
            else if (separator == ' ' && run[i + 1] == ' ')
            {
                joined.Append(' ');
                i++;
            }
        }
    }

    private static int NextWord(string text, int at, char separator)
    {
        while (at < text.Length && text[at] != separator && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at + 1;
    }
}
