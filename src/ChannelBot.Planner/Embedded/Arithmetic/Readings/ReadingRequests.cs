namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Requests for a calculation that are read as whichever formula goes best with their words and numbers.</summary>
internal static class ReadingRequests
{
    /// <summary>From which likelihood on a reading is taken: where the patterns find nothing to work out and the request opens a conversation with a number of its own,
    /// where they find nothing otherwise, where they find something as good as impossible, and where they find something else.</summary>
    private const double MayWell = 0.45, Likely = 0.5, Likelier = 0.65, Likeliest = 0.75;

    /// <summary>Below this likelihood what the patterns find is not what was asked, where the likeliest is as likely as that.</summary>
    private const double Impossible = 0.05, Rival = 0.3;

    /// <summary>Words by which something is to be worked out even where no number is said; "if" or "last" say too little.</summary>
    private const WordClass Signs = (RequestGrammar.Signs | WordClass.Part) & ~(WordClass.Power | WordClass.Negate | WordClass.If | WordClass.Reach | WordClass.Beat
        | WordClass.After | WordClass.Earlier | WordClass.Last | WordClass.Same | WordClass.Spell);

    private static readonly Lazy<ReadingWeights> s_weights = new(ReadingWeights.Load);

    /// <summary>A quick look: false where nothing speaks of a calculation.</summary>
    public static bool MayBe(Question question) =>
        question.Numbers.Count > 0 || question.Conversation.Turns is [.., { Answer.Working.Count: > 0 }] || Array.Exists(question.Tokens, token => (WordClasses.Of(token.Lower) & Signs) != 0)
        || MayBeOfUnnamed(question);

    /// <summary>Of an article whose figures nobody has named, whatever asks how or what may ask for a number that is to be worked out.</summary>
    public static bool MayBeOfUnnamed(Question question) =>
        !FigureIndex.Of(question.Knowledge).IsCurated && Array.Exists(question.Tokens, token => token.Lower is "how" or "what" or "what's" or "whats");

    /// <summary>The likeliest reading's calculation, where it is likely enough, has a result, and is not the one that the patterns have better words for.</summary>
    /// <param name="found">What the patterns make of the request; null for nothing.</param>
    /// <returns>The calculation, null for none; and whether what the patterns found still stands beside it.</returns>
    public static (Calculation? Calculation, bool PatternStands) Propose(RequestContext context, Understood? found)
    {
        var symbols = new RequestSymbols(context);
        var isOfNothing = IsOfNothing(context, symbols);
        if (IsSettled(found) || (isOfNothing && found is null && context.Question.Numbers.Count == 0))
        {
            return (null, true);
        }

        var choice = new Choice(context, symbols, found);
        var (reading, likelihood, ofPattern) = choice.Best(s_weights.Value);

        // How far the readings may speak against what was found was measured where the figures have names.
        var stands = found is not { IsLoose: true } || !FigureIndex.Of(context.Knowledge).IsCurated || !choice.ReadsPattern || ofPattern >= Impossible || likelihood < Rival;
        if (reading is null || ofPattern >= likelihood || likelihood < Least(choice, found, stands) || (isOfNothing && (likelihood < Likeliest || !SetsOwn(context, reading))))
        {
            return (null, stands);
        }

        var calculation = ReadingText.Of(context, reading);
        return (calculation.Terms.All(Trial.Succeeds) ? calculation : null, stands);
    }

    private static double Least(Choice choice, Understood? found, bool patternStands) => found?.Calculation is not null ? patternStands ? Likeliest : Likelier
        : choice.IsFirst && choice.Slots.Any(slot => slot.Source is SlotSource.User) ? MayWell : Likely;

    /// <summary>It sets a number of the user's against a figure that the request has words of.</summary>
    private static bool SetsOwn(RequestContext context, Reading reading) => Array.Exists(reading.Slots, slot => slot.Source is SlotSource.User)
        && Array.Exists(reading.Slots, slot => slot.Figures.Length > 0 && context.Cover.Of(slot.Figures) > 0);

    /// <summary>The patterns give a verdict, or know that there is no result.</summary>
    private static bool IsSettled(Understood? found) => found is { IsVerdict: true } || found?.Calculation?.Terms.All(Trial.Succeeds) is false;

    /// <summary>It asks why, it points at something that was never said, or it names a thing that the article has no number of.</summary>
    private static bool IsOfNothing(RequestContext context, RequestSymbols symbols)
    {
        var asked = new Range(symbols.Goal, context.Words.Count);
        return context.Words[0].Lower is "why" || (context.Words.Count > 1 && context.Words[context.Words.Count - 2].Lower is "what" && context.Words[context.Words.Count - 1].Lower is "for")
            || (context.Question.Conversation.Turns.Count == 0 && ((context.Resolver.NamesUnknown(asked) && context.Resolver.NamesUnknown(new Range(0, context.Words.Count)))
                || (context.Cover.Count == 0 && context.Says("that", "it", "this", "those", "them", "these"))));
    }
}
