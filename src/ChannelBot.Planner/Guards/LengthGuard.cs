namespace ChannelBot.Planner.Guards;

/// <summary>An answer is short.</summary>
internal static class LengthGuard
{
    public const string Name = "length";
    public const int MostWords = 110;

    public static void Check(string text, List<GuardFinding> findings)
    {
        if (Words(text) is var words and > MostWords)
        {
            findings.Add(new GuardFinding(Name, $"{words} words, at most {MostWords}", 0, text.Length));
        }
    }

    /// <summary>Words as a reader counts them: between white space, marks left out.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var count = 0;
        var isInWord = false;
        foreach (var sign in text)
        {
            var isSpace = char.IsWhiteSpace(sign);
            count += !isInWord && !isSpace && sign != '[' ? 1 : 0;
            isInWord = !isSpace;
        }

        return count;
    }
}
