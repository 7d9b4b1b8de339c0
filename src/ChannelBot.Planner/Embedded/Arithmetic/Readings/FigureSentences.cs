namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Which sentences with figures a request is likeliest about, by their words and by their meaning.</summary>
/// <remarks>Where a person has named an article's figures, the names tell which are meant. Elsewhere a figure's own clause tells too little, and the sentence more.</remarks>
internal sealed class FigureSentences
{
    // As SentenceFit weighs them.
    private const double Shared = 2.6, Meaning = 3.7, ParagraphMeaning = 2.5;

    /// <summary>The likeliest first.</summary>
    private readonly List<(int Place, double Fit)> _all = [];
    private readonly FigureIndex _index;

    public FigureSentences(RequestContext context)
    {
        _index = context.Resolver.Index;
        if (_index.MeaningOf(context.Question.Tokens) is not { Length: > 0 } meanings)
        {
            return;
        }

        _all.AddRange(_index.Entries.GroupBy(_index.PlaceOf)
            .Select(group => (group.Key, (Shared * context.Cover.Of([.. group])) + (Meaning * meanings[group.Key].OfSentence) + (ParagraphMeaning * meanings[group.Key].OfParagraph)))
            .OrderByDescending(sentence => sentence.Item2));
    }

    /// <summary>1 for a figure of the likeliest sentence, 2 for one of the next; 0 for all others, and in an article whose figures a person has named.</summary>
    public int RankOf(FigureEntry entry)
    {
        var rank = Math.Min(2, _all.Count);
        while (rank > 0 && _all[rank - 1].Place != _index.PlaceOf(entry))
        {
            rank--;
        }

        return rank;
    }

    /// <summary>The places of the sentences that fit hardly less than the likeliest, which comes first; empty in an article whose figures a person has named.</summary>
    public IEnumerable<int> Likely(double nearly) => _all.Where(sentence => sentence.Fit >= _all[0].Fit - nearly).Select(sentence => sentence.Place);
}
