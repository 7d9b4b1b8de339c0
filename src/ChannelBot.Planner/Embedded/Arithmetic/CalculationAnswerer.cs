using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Chains;
using ChannelBot.Planner.Embedded.Arithmetic.Open;
using ChannelBot.Planner.Embedded.Arithmetic.Readings;
using ChannelBot.Planner.Embedded.Arithmetic.Requests;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Answers requests for a calculation or a comparison, on the article's figures or the user's numbers.</summary>
internal sealed class CalculationAnswerer : IAnswerer
{
    private static readonly Dictionary<string, Func<RequestContext, Captures, Calculation?>> s_kinds =
        new(StringComparer.Ordinal)
        {
            ["arithmetic"] = NumberRequests.Arithmetic,
            ["root"] = UndefinedRequests.Root,
            ["round"] = NumberRequests.Round,
            ["spell"] = NumberRequests.Spell,
            ["claimshare"] = CompareRequests.ClaimedShare,
            ["half"] = CompareRequests.Half,
            ["most"] = CompareRequests.Most,
            ["onein"] = RatioRequests.OneIn,
            ["outof"] = RatioRequests.OutOf,
            ["rate"] = RatioRequests.Rate,
            ["forevery"] = RatioRequests.ForEvery,
            ["share"] = ShareRequests.Share,
            ["sharepair"] = ShareRequests.Pair,
            ["ratio"] = RatioRequests.Ratio,
            ["points"] = PercentRequests.Points,
            ["percentto"] = PercentRequests.PercentTo,
            ["percentmore"] = PercentRequests.PercentMore,
            ["percentrise"] = PercentRequests.PercentRise,
            ["before"] = BaseRequests.Before,
            ["backward"] = BaseRequests.Backward,
            ["innumbers"] = ChangeRequests.InNumbers,
            ["absolute"] = ChangeRequests.Absolute,
            ["grow"] = ChangeRequests.Grow,
            ["each"] = PerUnitRequests.Each,
            ["eachof"] = PerUnitRequests.EachOf,
            ["mean"] = SumRequests.Mean,
            ["average"] = AverageRequests.Average,
            ["overspan"] = AverageRequests.OverSpan,
            ["perpair"] = RatioRequests.PerPair,
            ["pointschange"] = PercentRequests.PointsChange,
            ["reach"] = DifferenceRequests.Reach,
            ["plus"] = DifferenceRequests.Add,
            ["minus"] = DifferenceRequests.Remove,
            ["compareside"] = CompareRequests.Sides,
            ["compare"] = CompareRequests.Compare,
            ["rank"] = RankRequests.Rank,
            ["subtract"] = DifferenceRequests.Subtract,
            ["difference"] = DifferenceRequests.Difference,
            ["rest"] = DifferenceRequests.Left,
            ["otherside"] = DifferenceRequests.OtherSide,
            ["sum"] = SumRequests.Sum,
            ["total"] = SumRequests.Total,
            ["count"] = DifferenceRequests.Count,
            ["multiply"] = UndefinedRequests.Multiply,
            ["divide"] = UndefinedRequests.Divide,
            ["undated"] = UndefinedRequests.Undated,
            ["nonsense"] = UndefinedRequests.Nonsense,
            ["fromzero"] = UndefinedRequests.FromZero,
            ["asshare"] = FollowUpRequests.AsShare,
            ["asshareof"] = FollowUpRequests.AsShareOf,
            ["asfraction"] = FollowUpRequests.AsFraction,
            ["double"] = FollowUpRequests.Double,
            ["asbase"] = FollowUpRequests.AsBase,
            ["gap"] = FollowUpRequests.Gap,
            ["claimcount"] = ClaimRequests.Count,
            ["claimresult"] = ClaimRequests.Result,
            ["multiplier"] = ChangeRequests.Multiplier,
            ["regrow"] = ChangeRequests.Regrow,
            ["rival"] = PercentRequests.Rival,
            ["base"] = BaseRequests.BaseAsked,
            ["part"] = NumberRequests.Part,
            ["split"] = UndefinedRequests.Split,
            ["working"] = FollowUpRequests.Working,
        };

    private const int SmallNumber = 20;

    /// <summary>Kinds that give a verdict, or a number in another form.</summary>
    private static readonly HashSet<string> s_verdicts =
        ["half", "most", "claimshare", "claimcount", "claimresult", "compare", "compareside", "rank", "round", "spell", "working"];

    /// <summary>Kinds whose words fit much that asks for something else: of those of their results that no reading goes well with, one in twenty was wanted.</summary>
    private static readonly HashSet<string> s_loose =
        ["grow", "each", "backward", "plus", "minus", "count", "multiply", "sum", "total", "rest", "part", "asbase", "perpair", "rival", "base", "gap"];

    private const string UndefinedKey = "declined.undefined";

    private static readonly Lazy<RequestGrammar> s_grammar = new(() => RequestGrammar.Load(s_kinds.Keys));

    private readonly RequestGrammar _grammar = s_grammar.Value;

    public bool ReadsAround => true;

    public Step? Propose(Question question)
    {
        var found = RequestGrammar.MayCalculate(question) || ReadingRequests.MayBeOfUnnamed(question) ? ByPatterns(question) : null;
        var (read, stands) = ByReadings(question, found);
        return read ?? found switch
        {
            { Calculation: { } calculation } => stands ? Plan(found.Context, calculation) : null,
            { Missing: { } missing } => new Finish(missing),
            _ => OfNothingGiven(question),
        };
    }

    /// <summary>"How many fewer is that, in percent?", after a question whose numbers the article does not give: there is nothing to work it out from.</summary>
    private Finish? OfNothingGiven(Question question) =>
        question is { Numbers.Count: 0, Conversation.Turns: [.., { Answer: { Outcome: Outcome.NotInArticle, Working.Count: 0, Reason.Nearest: var nearest } }] }
        && ContextOf(question) is { Words: { Count: > 0 } words, Cover.Count: 0 } context && context.Says("that", "it") && (words.Classes & (WordClass.Percent | WordClass.Ratio)) != 0
            ? new Finish(context.Finish(Outcome.NotInArticle, "The article does not give what that would be worked out from", [], new Evaluation(), reason: new Reason("not_stated", null, nearest)))
            : null;

    /// <summary>The request supposes something of a number, or gives numbers of its own, and can be worked out.</summary>
    public bool IsSupposition(Question question) =>
        RequestGrammar.MayCalculate(question) && (OfSteps(question) is { Calculation.Terms.Count: > 0 } || (question.Numbers.Count > 0 && ByReadings(question, null).Read is not null));

    /// <returns>The likeliest reading, null where none is likely enough; and whether what the patterns found may be meant at all.</returns>
    private (Step? Read, bool PatternStands) ByReadings(Question question, Understood? found)
    {
        if (!ReadingRequests.MayBe(question) || ContextOf(question) is not { Words.Count: > 0 } context)
        {
            return (null, true);
        }

        var (calculation, stands) = ReadingRequests.Propose(context, found);
        return (calculation is null ? null : Plan(context, calculation), stands);
    }

    private static Step Plan(RequestContext context, Calculation calculation) => Evaluation.Plan(calculation, undefined => Undefined(context, calculation, undefined));

    /// <summary>What the patterns make of a request; null for nothing.</summary>
    internal Understood? ByPatterns(Question question)
    {
        // A request may stand after a sentence that leads up to it; a far-fetched reading of both comes last.
        if (OfSteps(question) is { } steps)
        {
            return steps;
        }

        var words = _grammar.Read(question);
        return words.LastSentence() is { } last && !LeansOnNumbers(question, last)
            ? Find(words, isFarFetched: false) ?? Find(last, isFarFetched: null) ?? Find(_grammar.Read(question), isFarFetched: true)
            : Find(words, isFarFetched: null);
    }

    /// <summary>The words of a request, without what only leads up to it.</summary>
    internal RequestContext ContextOf(Question question)
    {
        var words = _grammar.Read(question);
        var isClaim = _grammar.TakeOffEnds(words);
        return new RequestContext(words, isClaim);
    }

    /// <summary>What the user supposes, or gives numbers for, is read number by number before any pattern is tried.</summary>
    private Understood? OfSteps(Question question)
    {
        var words = _grammar.Read(question);
        if (!ChainRequests.MayBe(words) || _grammar.TakeOffEnds(words))
        {
            return null;
        }

        var context = new RequestContext(words, isClaim: false);
        return words.Count > 0 && (PaceRequests.Propose(context) ?? ChainRequests.Propose(context) ?? TargetRequests.Propose(context)) is { } calculation && !Acceptance.IsOfOthers(context, calculation)
            ? new Understood(context, calculation, null) { IsLoose = TakesFigures(calculation) }
            : null;
    }

    private static bool TakesFigures(Calculation? calculation) => calculation?.Terms.SelectMany(Wording.Figures).Any() is true;

    /// <summary>"Our hall has 600 seats. What part of it …": the last sentence by itself leaves out a number that it points at.</summary>
    private static bool LeansOnNumbers(Question question, RequestWords last)
    {
        var start = question.Tokens[last[0].Token].Start;
        return Enumerable.Range(0, last.Count).Any(i => last[i].Lower is "it" or "that" or "them" or "those" or "they")
            && question.Numbers.Any(number => number.NumberEnd <= start && number.Form is NumberForm.Count or NumberForm.Money or NumberForm.Percent && number.Quantity.Value > SmallNumber);
    }

    /// <param name="isFarFetched">Patterns that fit almost anything: with them alone, without them, or (null) all.</param>
    private Understood? Find(RequestWords words, bool? isFarFetched)
    {
        var isClaim = _grammar.TakeOffEnds(words);
        if (words.Count == 0)
        {
            return null;
        }

        var context = new RequestContext(words, isClaim);
        var isVerdict = false;
        var isLoose = false;
        var found = _grammar.FirstMatch(words, isFarFetched, (pattern, captures) =>
        {
            isVerdict = s_verdicts.Contains(pattern.Kind);
            isLoose = s_loose.Contains(pattern.Kind);
            context.IsShareLike = pattern.Kind is "share" or "outof" or "forevery";
            return s_kinds[pattern.Kind](context, captures) is { } calculation && Acceptance.Answers(context, pattern.Kind, calculation) ? calculation : null;
        });
        isVerdict &= found is not null;
        isLoose |= found is null;
        found ??= isFarFetched is not false && OpenRequests.Propose(context) is { } open && Acceptance.Answers(context, "open", open) ? open : null;
        return found is not null ? new Understood(context, found, null) { IsVerdict = isVerdict, IsLoose = isLoose && TakesFigures(found) } : Lacking(context) is { } missing ? new Understood(context, null, missing) : null;
    }

    /// <summary>Says why there is no result, and what the article does give.</summary>
    private static Draft Undefined(RequestContext context, Calculation calculation, UndefinedCalculationException undefined)
    {
        var figures = calculation.Terms.SelectMany(Wording.Figures).Distinct().Select(figure => context.Resolver.Index[figure.Id]).ToArray();
        var given = figures.Length == 0 ? "" : $" The article gives {string.Join(" and ", figures.Select(FigureWords.Of))}";
        return context.Finish(
            Outcome.Declined,
            $"{ReviewedText.Of(UndefinedKey, context.Knowledge)} {undefined.Message}{given}",
            [.. figures.Select(entry => new FigureTerm(entry))],
            new Evaluation(),
            reason: new Reason("undefined", null, null)) with { FixedText = UndefinedKey };
    }

    /// <summary>A calculation whose one number the article gives and whose other it does not.</summary>
    private static Draft? Lacking(RequestContext context)
    {
        if (context.Lacking is not { } lacking || context.Beside is not FigureTerm and not ComputedTerm)
        {
            return null;
        }

        var unknown = context.Resolver.UnknownWord(lacking);
        var figures = Wording.Figures(context.Beside).ToArray();
        return context.Finish(
            Outcome.NotInArticle,
            $"The article gives no number for “{unknown}”, so that cannot be worked out. It gives {string.Join(" and ", figures.Select(figure => FigureWords.Of(context.Resolver.Index[figure.Id])))}",
            [context.Beside],
            new Evaluation(),
            reason: new Reason("not_stated", unknown, figures[0].Sentence));
    }
}
