namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Where the words that bound a number stand.</summary>
internal enum HedgePlace
{
    Before,

    /// <summary>Between such words and the number: "at least another 60".</summary>
    Between,
    After,
}

/// <summary>Words that bound a number.</summary>
/// <param name="Words">In the order in which a match reads them: away from the number.</param>
/// <param name="UnlessAfter">Words before the phrase that give it another meaning.</param>
internal sealed record Phrase(string[] Words, HedgePlace Place, Bound Bound, string[] UnlessAfter)
{
    public bool IsOver { get; } = Words is ["over"];

    public bool BeginsWithJoint { get; } = Words[0] is "or" or "and";

    public bool IsUnlessAfter(ReadOnlySpan<char> word)
    {
        foreach (var other in UnlessAfter)
        {
            if (word.Is(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The longest phrase of the kind that begins (or, before a number, ends) at <paramref name="index"/>, and its other side.</summary>
    public static Phrase? Match(ReadOnlySpan<char> text, int index, HedgePlace place, out int edge)
    {
        var word = Step(text, index, place, out edge);
        if (WordTable.Find(word) is not { Phrases: var phrases })
        {
            return null;
        }

        var first = edge;
        foreach (var phrase in phrases)
        {
            if (phrase.Place != place)
            {
                continue;
            }

            edge = first;
            var matched = 1;
            while (matched < phrase.Words.Length && Step(text, edge, place, out var next).Is(phrase.Words[matched]))
            {
                edge = next;
                matched++;
            }

            if (matched == phrase.Words.Length)
            {
                return phrase;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Step(ReadOnlySpan<char> text, int index, HedgePlace place, out int edge) =>
        place is HedgePlace.After ? text.NextWord(index, out _, out edge) : text.WordBefore(index, out edge);
}
