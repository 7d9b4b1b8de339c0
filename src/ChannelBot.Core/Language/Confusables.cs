using System.Text;

namespace ChannelBot.Core.Language;

/// <summary>Cyrillic, Greek and other letters that look Latin, put into Latin words.</summary>
/// <remarks>Only where a word mixes scripts, or where all of its letters look Latin and so does the rest of the text: words that are
/// truly Russian or Greek stay.</remarks>
internal static class Confusables
{
    private const string LookAlikes =
        "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwӏlьbгrпnтtкkмmвbнh" +
        "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜW" +
        "αaοoνvρpιiκkυuχxγyηnωwτtεeσoβb" +
        "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" +
        "օoոnսuհhզqցgıiɑaɡgƖlɩi";

    /// <summary>These look Latin only beside Latin letters; alone they are what they are.</summary>
    private const string OnlyBesideLatin = "ьгптквнмηωτεσβγ";

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var keepsOwnWords = HasWordOfAnotherScript(text);
        StringBuilder? folded = null;
        for (var start = 0; start < text.Length;)
        {
            var end = WordEnd(text, start);
            if (end > start && (MixesScripts(text, start, end) || (!keepsOwnWords && IsLookAlike(text, start, end))))
            {
                folded ??= new StringBuilder(text);
                for (var i = start; i < end; i++)
                {
                    folded[i] = Latin(text[i]) is var plain and not '\0' ? plain : text[i];
                }
            }

            start = Math.Max(end, start + 1);
        }

        return folded?.ToString() ?? text;
    }

    private static bool HasWordOfAnotherScript(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = WordEnd(text, start);
            if (end > start && !MixesScripts(text, start, end) && IsForeign(text[start]) && !IsLookAlike(text, start, end))
            {
                return true;
            }

            start = Math.Max(end, start + 1);
        }

        return false;
    }

    private static bool MixesScripts(string text, int start, int end)
    {
        bool latin = false, foreign = false;
        for (var i = start; i < end; i++)
        {
            latin |= char.IsAsciiLetter(text[i]);
            foreign |= Latin(text[i]) != '\0';
        }

        return latin && foreign;
    }

    private static bool IsLookAlike(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Latin(text[i]) == '\0' || OnlyBesideLatin.Contains(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsForeign(char c) => c is (>= '\u0370' and <= '\u058F');

    private static char Latin(char c)
    {
        if (c < '\u0080')
        {
            return '\0';
        }

        for (var i = 0; i < LookAlikes.Length; i += 2)
        {
            if (LookAlikes[i] == c)
            {
                return LookAlikes[i + 1];
            }
        }

        return '\0';
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }
}
