namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Greetings, thanks and the like: laid end to end they either make up a whole request, or stand at its ends.</summary>
internal sealed class SmallTalk(PatternBook phrases)
{
    private const string Filler = "filler";

    /// <summary>A phrase at the end of a question is no longer than this.</summary>
    private const int LongestEnding = 6;

    /// <param name="Phrase">The section that answers, where the request is small talk and nothing else.</param>
    /// <param name="From">First word that is not small talk at the beginning.</param>
    /// <param name="To">One past the last word that is not small talk at the end.</param>
    public readonly record struct Reading(Section? Phrase, int From, int To);

    public Reading Read(ReadOnlySpan<RequestWord> words)
    {
        var from = Tile(words, out var section);
        if (from == words.Length)
        {
            return new Reading(section, from, from);
        }

        for (var at = Math.Max(from + 1, words.Length - LongestEnding); at < words.Length; at++)
        {
            if (Tile(words[at..], out _) == words.Length - at)
            {
                return new Reading(null, from, at);
            }
        }

        return new Reading(null, from, words.Length);
    }

    /// <summary>How many words at the beginning are small talk, and the first-ranked of its sections.</summary>
    private int Tile(ReadOnlySpan<RequestWord> words, out Section? section)
    {
        section = null;
        var at = 0;
        while (at < words.Length && phrases.LongestAt(words, at) is { } phrase)
        {
            if (phrase.Section.Key != Filler && (section is null || phrase.Section.Rank < section.Rank))
            {
                section = phrase.Section;
            }

            at = phrase.End;
        }

        return at;
    }
}
