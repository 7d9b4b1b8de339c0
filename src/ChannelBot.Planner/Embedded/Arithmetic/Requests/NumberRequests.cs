using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>Sums on numbers alone, rounding, and numbers in words.</summary>
internal static class NumberRequests
{
    /// <summary>"The nearest hundred thousand people": a longer end is another request.</summary>
    private const int MostOfStep = 4;

    /// <summary>"What is 15% of 2,000?", "12,400 - 7,300".</summary>
    public static Calculation? Arithmetic(RequestContext context, Captures words)
    {
        if (words["x"] is not { IsEmpty: false } range || Parse(context, range) is not { } term)
        {
            return null;
        }

        return new Calculation(term, evaluation =>
        {
            var quantity = evaluation.Quantity(term);
            var asked = context.Words.Text(range).Trim();
            string[] whose = [.. Wording.Figures(term).Select(figure => FigureWords.Of(context.Resolver.Index[figure.Id])), .. Own(term)];
            return context.Finish(Outcome.Computed, $"{Wording.Capital(Wording.Full(quantity))}: {asked}, with {string.Join(" and ", whose)}", [term], evaluation);
        });
    }

    /// <summary>Says beside the calculation which of its numbers are the user's.</summary>
    private static IEnumerable<string> Own(Term term) => !Wording.IsUsers(term) ? [] : Wording.Figures(term).Any() ? ["your own number"] : ["your own numbers, not the article's"];

    /// <summary>A sum of numbers and signs as a term; null where the words are none.</summary>
    public static ComputedTerm? Parse(RequestContext context, Range range) => new Expression(context, range).Parse() as ComputedTerm;

    /// <summary>"12,400 to the nearest thousand."</summary>
    public static Calculation? Round(RequestContext context, Captures words)
    {
        if (words["to"] is not { } to || Step(context, to) is not { } step || to.To - to.From > MostOfStep)
        {
            return null;
        }

        var phrase = words["a"];
        if (phrase is { IsEmpty: false } all && context.Says("both", "each", "all") && Several(context, all) is { Count: > 1 } several)
        {
            return RoundAll(context, several, step, context.Words.Text(to));
        }

        var term = phrase is { IsEmpty: false } some && !context.Resolver.IsPointer(some) ? context.Resolve(some) : context.Resolver.Pointed();
        if (term is null)
        {
            return null;
        }

        return new Calculation(term, evaluation =>
        {
            var quantity = evaluation.Quantity(term);
            var rounded = Rounded(quantity, step);
            var hedge = quantity.IsCertain || quantity.Bound is Bound.About or Bound.Rounded ? "about" : QuantityText.Hedge(quantity.Bound, quantity.Unit);
            return context.Finish(
                Outcome.Computed,
                $"{Wording.Capital(hedge)} {rounded}, to the nearest {context.Words.Text(to)}: {Wording.Phrase(term, evaluation)}",
                [term],
                evaluation,
                Wording.YourNumbers(term));
        });
    }

    /// <summary>"Write 12,400 in words."</summary>
    public static Calculation? Spell(RequestContext context, Captures words)
    {
        if (words["a"] is not { IsEmpty: false } phrase || context.Resolve(phrase) is not { } term || term is ComputedTerm
            || NumberWords.Of(RequestContext.Estimate(term)) is not { } spelt)
        {
            return null;
        }

        return new Calculation(term, evaluation => context.Finish(
            Outcome.Computed, $"{Wording.Capital(spelt)}: {Wording.Phrase(term, evaluation)}", [term], evaluation, Wording.YourNumbers(term)));
    }

    /// <summary>"Half of all the people that came this year."</summary>
    public static Calculation? Part(RequestContext context, Captures words) =>
        words["a"] is { IsEmpty: false } phrase && context.Resolve(phrase) is ComputedTerm { Role: ComputedRole.PartOf } part
            ? new Calculation(part, evaluation => context.Finish(
                Outcome.Computed,
                $"{Wording.Capital(Wording.Full(evaluation.Quantity(part)))}: {Wording.Phrase(part, evaluation)}",
                [part],
                evaluation,
                Wording.YourNumbers(part)))
            : null;

    /// <summary>The figures of a kind, parts and totals alike: to be rounded each by itself.</summary>
    private static List<FigureTerm> Several(RequestContext context, Range phrase) =>
        [.. context.Resolver.Matches(phrase).Where(match => match.NounMatched && match.Figure.Form is NumberForm.Count or NumberForm.Money or NumberForm.Measure)
            .Take(2).OrderBy(match => match.Entry.Index).Select(match => new FigureTerm(match.Entry))];

    private static Calculation RoundAll(RequestContext context, List<FigureTerm> terms, Fraction step, string to) => new(terms, evaluation => context.Finish(
        Outcome.Computed,
        $"To the nearest {to}: {string.Join(" and ", terms.Select(term => $"about {Rounded(evaluation.Quantity(term), step)} for {Wording.Phrase(term, evaluation)}"))}",
        terms,
        evaluation));

    private static string Rounded(Quantity quantity, Fraction step) =>
        NumberText.Exact(new Fraction(Fraction.Round(quantity.Value / step, 0, MidpointRounding.AwayFromZero).ToBigInteger()) * step);

    private static Fraction? Step(RequestContext context, Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            var word = context.Words[i];
            if (word.IsNumber)
            {
                return context.Question.Numbers[word.Number].Quantity.Value;
            }

            switch (word.Lower)
            {
                case "ten" or "tens":
                    return new Fraction(10);
                case "hundred" or "hundreds":
                    return new Fraction(100);
                case "thousand" or "thousands":
                    return new Fraction(1000);
                case "million" or "millions":
                    return new Fraction(1_000_000);
                case "whole" or "one" or "unit" or "integer" or "percent" or "number":
                    return Fraction.One;
            }
        }

        return null;
    }

    /// <summary>Reads a sum of numbers and signs or words for them: + and − bind less than × and ÷.</summary>
    private sealed class Expression(RequestContext context, Range range)
    {
        private int _at = range.From;
        private int _operators;

        public Term? Parse()
        {
            var term = Sum();
            return _at == range.To && _operators > 0 ? term : null;
        }

        private Term? Sum()
        {
            var left = Product();
            while (left is not null && _at < range.To && Sign("+", "plus", "and", "−", "–", "-", "minus", "less") is { } sign)
            {
                var right = Product();
                left = right is null ? null : new ComputedTerm(sign is "+" or "plus" or "and" ? "add" : "subtract", [left, right], ComputedRole.Plain);
            }

            return left;
        }

        private Term? Product()
        {
            var left = Number();
            while (left is not null && _at < range.To)
            {
                if (Sign("×", "*", "x", "times", "of", "multiplied") is { } sign)
                {
                    Skip(sign is "multiplied", "by");
                    left = Number() is { } right ? new ComputedTerm("multiply", [left, right], ComputedRole.Plain) : null;
                }
                else if (Sign("÷", "/", "divided", "over") is { } division)
                {
                    Skip(division is "divided", "by");
                    left = Number() is { } right ? new ComputedTerm("divide", [left, right], ComputedRole.Plain) : null;
                }
                else
                {
                    break;
                }
            }

            return left;
        }

        private Term? Number()
        {
            if (_at >= range.To || !context.Words[_at].IsNumber || context.Words[_at].Kind is NumberKind.Duration)
            {
                return null;
            }

            var at = new Range(_at, ++_at);
            var user = context.Resolver.User(at);
            return user.Quantity.Value.Abs() >= 1000 && context.Resolver.FigureWithValue(at.From, at) is { } figure ? new FigureTerm(figure)
                : user.Quantity.Unit == Unit.Ratio ? new ConstantTerm(user.Quantity.Value, user.Text) : user;
        }

        private string? Sign(params ReadOnlySpan<string> signs)
        {
            var lower = context.Words[_at].Lower;
            if (context.Words[_at].IsNumber || !signs.Contains(lower) || _at + 1 >= range.To)
            {
                return null;
            }

            _at++;
            _operators++;
            return lower;
        }

        private void Skip(bool isExpected, string word)
        {
            if (isExpected && _at < range.To && context.Words[_at].Lower == word)
            {
                _at++;
            }
        }
    }
}
