using ChannelBot.Core.Knowledge;

namespace ChannelBot.Core.Evidence;

/// <summary>What a passage was made from. Where two fit a question equally well, the earlier kind is the better answer.</summary>
public enum PassageKind
{
    Fact,
    Figure,
    Quote,
    Statement,
    Sentence,
}

/// <summary>A piece of the knowledge file that may answer a question, with all that an answer needs of it.</summary>
/// <param name="Id">Of the fact, figure, quote, statement or sentence.</param>
/// <param name="Sentence">The sentence that it stands in; the first, where it runs over several.</param>
/// <param name="Source">The words to cite.</param>
/// <param name="Speaker">Entity id of whoever says so; null where the article speaks for itself.</param>
/// <param name="Figure">The figure, for a passage of that kind.</param>
public sealed record Passage(
    string Id,
    PassageKind Kind,
    Sentence Sentence,
    Span Source,
    string? Speaker,
    Certainty Certainty,
    IReadOnlyList<Slot> Slots,
    Figure? Figure = null,
    Fact? Fact = null)
{
    /// <summary>The phrase that fills <paramref name="role"/>; null where the passage has none.</summary>
    public Slot? Slot(SlotRole role)
    {
        foreach (var slot in Slots)
        {
            if (slot.Role == role)
            {
                return slot;
            }
        }

        return null;
    }
}

/// <summary>One thing that a question asks about: a word, or a name or phrase that counts as one.</summary>
/// <param name="Key">The stem, or the concept that the phrase stands for ("e:mayor", "s:3").</param>
/// <param name="FirstToken">Index of its first token in the question.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Weight">How much an answer that leaves it out is missing; 0 for words that only frame the question.</param>
public readonly record struct Term(string Key, int FirstToken, int EndToken, float Weight)
{
    /// <summary>A name of the article, or one of its curated synonyms.</summary>
    public bool IsConcept => Key.Length > 1 && Key[1] == ':';

    public bool IsEntity => IsConcept && Key[0] == 'e';
}

/// <summary>A passage found, with how much of the question it covers.</summary>
/// <param name="Score">Weighted share of the terms that it covers, from 0 to 1, before any preference.</param>
/// <param name="Coverage">For each term, how well the passage covers it: 0 not at all, 1 in its own words.</param>
/// <param name="Relevance">How far its sentence is behind the one that most resembles the question as a whole: 0 or less.</param>
/// <param name="Nearness">How far its sentence is behind the one nearest to the question in meaning: 0 or less; 0 for all where the curation says what is asked with which words.</param>
public sealed record Hit(Passage Passage, float Score, float[] Coverage, float Relevance, float Nearness = 0);
