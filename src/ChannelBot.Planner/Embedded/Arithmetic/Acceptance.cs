using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Open;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Whether a calculation is the one that was asked for: one that leaves out a number of the request, or gives people where
/// a percentage is wanted, is another one, however well its words fit.</summary>
internal static class Acceptance
{
    private const int SmallNumber = 12;

    private const double Third = 0.35;

    /// <summary>These say something of a number without calculating with it, or state a result to be checked.</summary>
    private static readonly HashSet<string> s_free =
        ["round", "spell", "claimshare", "claimcount", "claimresult", "half", "most", "regrow", "working", "nonsense", "root", "fromzero", "undated", "average", "overspan", "rank"];

    private static readonly HashSet<string> s_shares = ["share", "percent_change", "percentage_points", "difference_of_shares", "rate_per"];

    private static readonly HashSet<string> s_points = ["percentage_points", "difference_of_shares"];

    /// <summary>It takes figures of which the request names none, and leaves out what it names.</summary>
    public static bool IsOfOthers(RequestContext context, Calculation calculation) => IsOfOthers(context, [.. calculation.Terms.SelectMany(All)]);

    public static bool Answers(RequestContext context, string kind, Calculation calculation)
    {
        if (calculation.Terms.Count == 0)
        {
            return true;
        }

        var terms = calculation.Terms.SelectMany(All).ToArray();
        // Of two sides of an event, the one that the article gives no number for is worked out: or only one of them was heard.
        if (kind is "ratio" or "difference" or "percentmore" or "open" && context.Resolver.BothSides() is not null && !Array.Exists(terms, term => term is ComputedTerm { Role: ComputedRole.Rest }))
        {
            return false;
        }

        if (IsOfOthers(context, terms))
        {
            return false;
        }

        if (context.Says("points") && !Array.Exists(terms, term => term is ComputedTerm computed && s_points.Contains(computed.Function)))
        {
            return false;
        }

        if (kind is not ("average" or "overspan") && PerWhat(context) is { } each && !Array.Exists(terms, term => term is FigureTerm figure ? figure.Entry.Each == each : term is ComputedTerm { Function: "divide" or "rate_per" or "multiply" or "ratio" }))
        {
            return false;
        }

        if (AsksPercent(context) && !Array.Exists(terms, term => term is ComputedTerm computed && s_shares.Contains(computed.Function))
            && RequestContext.UnitOf(calculation.Terms[^1]) != Unit.Percent && kind is not ("multiplier" or "absolute" or "base" or "before" or "backward"))
        {
            return false;
        }

        return s_free.Contains(kind) || (UsesEveryNumber(context, terms) && (kind is not ("share" or "sharepair") || SpeaksOfBoth(context, terms)));
    }

    /// <summary>Its figures have nothing of a thing that the request names and that other figures count. Measured where the figures have names.</summary>
    private static bool IsOfOthers(RequestContext context, Term[] terms) =>
        context.Resolver.Index.IsCurated && terms.OfType<FigureTerm>().Select(term => term.Entry).Distinct().ToArray() is { Length: > 0 } figures && context.Cover.AreOfOthers(figures);

    /// <summary>Two figures that the article does not relate, and whose numbers are not named, answer to a third of what the request says, or it speaks of others.</summary>
    private static bool SpeaksOfBoth(RequestContext context, Term[] terms) =>
        terms.OfType<FigureTerm>().Select(term => term.Entry).Distinct().ToArray() is not [var one, var other]
        || context.Cover.Count == 0 || FigurePairs.AreLinked(one, other)
        || (context.Cover.Of(one, other) >= Third && context.Cover.Of(one) > 0 && context.Cover.Of(other) > 0 && !RequestContext.AreWorldsApart(new FigureTerm(one), new FigureTerm(other)))
        || context.Question.Numbers.Any(number => number.Quantity.Value == one.Figure.Quantity.Value || number.Quantity.Value == other.Figure.Quantity.Value);

    private static bool UsesEveryNumber(RequestContext context, Term[] terms)
    {
        // "… makes 5,100, doesn't it?": the result that somebody claims is no operand.
        var spare = context.IsClaim ? 1 : 0;
        for (var i = 0; i < context.Words.Count; i++)
        {
            var word = context.Words[i];
            if (!word.IsNumber || (word.Kind & (NumberKind.Count | NumberKind.Money | NumberKind.Percent)) == 0)
            {
                continue;
            }

            var value = context.Question.Numbers[word.Number].Quantity.Value;
            var isWord = char.IsLetter(word.Lower[0]);
            if (!(isWord && value <= SmallNumber) && word.Lower is not "1" && !Array.Exists(terms, term => Has(term, value)) && --spare < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(Term term, Fractions.Fraction value) => term switch
    {
        UserTerm user => user.Quantity.Value == value || user.Quantity.Value == value * 100,
        ConstantTerm constant => constant.Value == value || constant.Value * 100 == value,
        FigureTerm figure => figure.Entry.Figure.Quantity.Value == value,
        EarlierTerm earlier => earlier.Working.Operands.Any(operand => operand.Value == value.ToDouble()),
        _ => false,
    };

    /// <summary>"Share" in "more per share", "day" in "fifty every day": the amounts meant are so much to each.</summary>
    private static string? PerWhat(RequestContext context)
    {
        for (var i = 0; i + 1 < context.Words.Count; i++)
        {
            var next = context.Words[i + 1];
            if (!next.IsNumber && (context.Words[i].Lower is "per" || (context.Words[i].Lower is "every" or "each" && (next.Classes & WordClass.Date) != 0)))
            {
                return next.Lower;
            }
        }

        return null;
    }

    /// <summary>"In percent", "what percentage": but "an 18 percent rise" has its number, and "how many" asks for one.</summary>
    private static bool AsksPercent(RequestContext context)
    {
        if (context.Says("many", "factor", "multiplier"))
        {
            return false;
        }

        for (var i = 0; i < context.Words.Count; i++)
        {
            if (!context.Words[i].IsNumber && (context.Words[i].Classes & WordClass.Percent) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Term> All(Term term) => term switch
    {
        ComputedTerm computed => computed.Operands.SelectMany(All).Append(computed),
        NegativeTerm negative => All(negative.Of).Append(negative),
        _ => [term],
    };
}
