using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>Numbers taken together: sums, totals of a kind, the mean of several.</summary>
internal static class SumRequests
{
    private const string Apart = "Adding them supposes that nothing is counted twice, which the article does not say.";

    /// <summary>"Add {a} and {b}", "the sum of {list}".</summary>
    public static Calculation? Sum(RequestContext context, Captures words)
    {
        if (words["list"] is { IsEmpty: false } list)
        {
            return Items(context, list) is { Count: > 1 } items ? Of(context, items) : All(context, list, isAsked: true);
        }

        if (words["a"] is not { } first || words["b"] is not { } second)
        {
            return null;
        }

        IReadOnlyList<Term>? left = Items(context, first);
        return left is not null && context.Resolve(second) is { } right ? Of(context, [.. left, right]) : context.Both(first, second) is var (a, b) ? Of(context, [a, b]) : null;
    }

    /// <summary>"How many {x} in total?": all the figures of a kind.</summary>
    public static Calculation? Total(RequestContext context, Captures words)
    {
        if (words["x"] is not { IsEmpty: false } kind)
        {
            return null;
        }

        var further = words["y"] is { IsEmpty: false } more ? more : kind;
        var phrase = new Range(kind.From, further.To);
        return context.Says("and", "or") && (Items(context, further) ?? Items(context, phrase)) is { Count: > 1 } items ? Of(context, items)
            : All(context, phrase, isAsked: true) ?? (context.Says("both", "all", "altogether") ? OfNoun(context, kind) : null);
    }

    /// <summary>All figures of the kind, whatever else the phrase says of where they were.</summary>
    private static Calculation? OfNoun(RequestContext context, Range phrase)
    {
        for (var i = phrase.From; i < phrase.To; i++)
        {
            if (All(context, new Range(i, i + 1), isAsked: true) is { } all)
            {
                return all;
            }
        }

        return null;
    }

    /// <summary>The figures of "reed and nair combined" as one number; null where the phrase takes nothing together.</summary>
    public static ComputedTerm? Together(RequestContext context, Range phrase)
    {
        var last = phrase.To - 1;
        return last > phrase.From && context.Words[last].Lower is "combined" or "together" or "altogether" && Items(context, new Range(phrase.From, last)) is { Count: > 1 } items
            ? Together(items)
            : Alike(context, phrase) is { } like ? Together([.. like.Select(entry => new FigureTerm(entry))]) : null;
    }

    /// <summary>Several figures of a kind that answer to the phrase alike, none of them a total: they count together.</summary>
    private static IReadOnlyList<FigureEntry>? Alike(RequestContext context, Range whole) =>
        WithoutTime(context, whole) is var phrase && context.Groups.Like(phrase) is { Count: > 1 } like && context.Resolver.Best(phrase) is { } best && like.Contains(best.Entry) && AreNear(context, like) && !like.Any(entry => entry.IsFormer || IsWhole(context, entry)) && AnswerToAll(context, phrase, like) ? like : null;

    /// <summary>"Bodies found this week in the article": when and where it is told says nothing of which are meant.</summary>
    private static Range WithoutTime(RequestContext context, Range phrase)
    {
        var to = phrase.To;
        while (to > phrase.From + 1 && ((context.Words[to - 1].Classes & (WordClass.Date | WordClass.Asking)) != 0 || context.Words[to - 1].Lower is "this" or "in" or "the" or "by"))
        {
            to--;
        }

        return phrase with { To = to };
    }

    /// <summary>Told of in one paragraph or in two that follow each other: what is told elsewhere is another thing of the kind.</summary>
    private static bool AreNear(RequestContext context, IReadOnlyList<FigureEntry> entries)
    {
        var paragraphs = entries.Select(entry => context.Knowledge.Sentences.First(sentence => sentence.Id == entry.Figure.Sentence).Paragraph).ToArray();
        return paragraphs.Max() - paragraphs.Min() <= 1;
    }

    /// <summary>"How many bodies were found on the French side?", where several figures answer to every word.</summary>
    public static Calculation? AllOfThem(RequestContext context, Range phrase) => All(context, phrase, isAsked: false);

    /// <summary>"The average of {list}".</summary>
    public static Calculation? Mean(RequestContext context, Captures words)
    {
        if (words["list"] is not { IsEmpty: false } list || Items(context, list) is not { Count: > 1 } items)
        {
            return null;
        }

        return MeanOf(context, items);
    }

    public static Calculation MeanOf(RequestContext context, IReadOnlyList<Term> items)
    {
        var sum = Together(items);
        var mean = new ComputedTerm("divide", [sum, new ConstantTerm(new Fraction(items.Count), $"{items.Count}")], ComputedRole.Plain);
        return new Calculation(mean, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(mean)))}: the mean of {Listed(items, evaluation)}",
            [mean],
            evaluation,
            Wording.YourNumbers([.. items])));
    }

    public static Calculation Of(RequestContext context, IReadOnlyList<Term> items)
    {
        var sum = Together(items);
        if (Contained(items) is var (part, whole))
        {
            return new Calculation(sum, evaluation => context.Finish(
                Outcome.Corrected,
                $"{Wording.Capital(Wording.Full(evaluation.Quantity(sum)))} would count some twice: {Wording.Phrase(part, evaluation)} are already included in {Wording.Phrase(whole, evaluation)}",
                [sum],
                evaluation));
        }

        return new Calculation(sum, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(sum)))} in all: {Listed(items, evaluation)}",
            [sum],
            evaluation,
            sum.Assumption ?? Wording.YourNumbers([.. items])));
    }

    /// <summary>A figure of the list that is part of another one in it.</summary>
    private static (Term Part, Term Whole)? Contained(IReadOnlyList<Term> items)
    {
        foreach (var item in items)
        {
            if (item is FigureTerm { Entry.Whole.Id: var id } && items.FirstOrDefault(other => other is FigureTerm figure && figure.Entry.Figure.Id == id) is { } whole)
            {
                return (item, whole);
            }
        }

        return null;
    }

    private static ComputedTerm Together(IReadOnlyList<Term> items) => new("sum", items, ComputedRole.Total)
    {
        Assumption = IsOneKind(items) ? null : Apart,
    };

    /// <summary>All figures of the kind that a phrase names, with its constraints.</summary>
    /// <param name="isAsked">A total is asked for in so many words.</param>
    private static Calculation? All(RequestContext context, Range phrase, bool isAsked)
    {
        var like = context.Groups.Like(phrase);
        if (context.Resolver.Has(phrase, WordClass.Percent | WordClass.Share) || like.Count < 2 || like.Any(entry => entry.IsFormer || IsWhole(context, entry)) || (!isAsked && !AnswerToAll(context, phrase, like)))
        {
            return null;
        }

        return Of(context, [.. like.Select(entry => new FigureTerm(entry))]);
    }

    /// <summary>Each figure is a plain count that answers to each word of the phrase that any of them answers to.</summary>
    private static bool AnswerToAll(RequestContext context, Range phrase, IReadOnlyList<FigureEntry> like)
    {
        foreach (var match in context.Resolver.Matches(phrase))
        {
            if (like.Contains(match.Entry) && (match.Figure.Quantity.Bound is not Bound.Exact || match.Score < 0.75 * match.Known || match.Known < 0.5))
            {
                return false;
            }
        }

        return like.All(entry => string.Equals(entry.Figure.Quantity.Unit.Name, like[0].Figure.Quantity.Unit.Name, StringComparison.Ordinal)
            && entry.Figure.Quantity.Unit.Dimension is Dimension.Count && entry.Figure.Quantity.Unit != Unit.CountOf("person"));
    }

    /// <summary>A figure that has parts, or that a change is told of, is a total already.</summary>
    private static bool IsWhole(RequestContext context, FigureEntry entry) =>
        context.Resolver.Index.Entries.Any(other => other.Whole?.Id == entry.Figure.Id || other.Figure.BaseOf == entry.Figure.Id);

    /// <summary>The numbers of "{a}, {b} and {c}"; null where one of them is not found.</summary>
    public static List<Term>? Items(RequestContext context, Range list)
    {
        var items = new List<Term>();
        var from = list.From;
        for (var i = list.From; i <= list.To; i++)
        {
            var isEnd = i == list.To;
            if (!isEnd && !Joins(context.Words[i].Lower) && !IsAfterComma(context, i))
            {
                continue;
            }

            var item = new Range(from, i);
            from = !isEnd && Joins(context.Words[i].Lower) ? i + 1 : i;
            if (item.IsEmpty)
            {
                continue;
            }

            if (context.Resolve(item) is not { } term || Wording.IsPercent(term))
            {
                context.Lack(item, items.Count > 0 ? items[0] : null);
                return null;
            }

            items.Add(term);
        }

        return items.Count == 0 || items.Select(item => item.Reference).Distinct().Count() < items.Count(item => item is FigureTerm) ? null : items;
    }

    private static bool Joins(string lower) => lower is "and" or "plus" or "+" or "with" or "to" or "or" or "&";

    private static bool IsAfterComma(RequestContext context, int i)
    {
        var token = context.Words[i].Token;
        return token > 0 && context.Question.Tokens[token - 1].Lower is ",";
    }

    private static bool IsOneKind(IReadOnlyList<Term> items)
    {
        var unit = RequestContext.UnitOf(items[0]);
        return items.All(item => item is not FigureTerm || RequestContext.UnitOf(item) == unit || RequestContext.UnitOf(item).Dimension is not Dimension.Count);
    }

    private static string Listed(IReadOnlyList<Term> items, Evaluation evaluation)
    {
        var phrases = items.Select(item => Wording.Phrase(item, evaluation)).ToArray();
        return $"{string.Join(", ", phrases[..^1])} and {phrases[^1]}";
    }
}
