using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>So many to each: how many boats for so many people, how much in all, how many a month.</summary>
internal static class PerUnitRequests
{
    /// <summary>"If every dinghy carried 50 people, how many dinghies would {a} need?", or the product where the things carried are asked for.</summary>
    public static Calculation? Each(RequestContext context, Captures words)
    {
        if (words["n"] is not { } number || words["v"] is not { IsEmpty: false } asked)
        {
            return null;
        }

        var each = context.Resolver.User(number);
        var unit = words["u"] is { } named ? FirstNoun(context, named) : null;
        var wanted = FirstNoun(context, asked);
        var rest = new Range(asked.From + 1, asked.To);
        if (words["c"] is { } counted && context.Resolve(counted) is { } many)
        {
            return IsDividing(context, wanted, words["t"], many) ? Divided(context, many, each, NounOf(context, asked)) : Product(context, many, each);
        }

        if (unit is not null && wanted is not null && Same(unit, wanted))
        {
            var amount = Amount(context, rest, words["t"], each);
            return amount is null ? null : Divided(context, amount, each, NounOf(context, asked));
        }

        var units = NumberIn(context, asked, each) ?? (words["u"] is { } kind && context.Resolver.Best(kind) is { } match ? new FigureTerm(match.Entry) : null);
        return units is null || Wording.IsPercent(units) ? null : Product(context, units, each);
    }

    /// <summary>"How many boats of 50 would {a} need?"</summary>
    public static Calculation? EachOf(RequestContext context, Captures words)
    {
        if (words["n"] is not { } number || words["u"] is not { IsEmpty: false } unit)
        {
            return null;
        }

        var each = context.Resolver.User(number);
        return Amount(context, words["a"], words["t"], each) is { } amount ? Divided(context, amount, each, NounOf(context, unit)) : null;
    }

    private static Calculation Divided(RequestContext context, Term amount, UserTerm each, string noun)
    {
        var quotient = new ComputedTerm("divide", [amount, each], ComputedRole.Plain) { Unit = noun, Assumption = $"There are {each.Text} to each." };
        return new Calculation(quotient, evaluation =>
        {
            var quantity = evaluation.Quantity(quotient);
            var text = Wording.RoundedUp(quantity, Plural(noun)) ?? $"{Wording.Capital(QuantityText.Brief(quantity))} {Plural(noun)}";
            return context.Finish(
                Outcome.Computed,
                $"{text}: {Wording.Phrase(amount, evaluation)}, divided by your {each.Text} to each",
                [quotient],
                evaluation,
                Wording.YourNumbers(amount, each));
        });
    }

    private static Calculation Product(RequestContext context, Term units, UserTerm each)
    {
        var product = new ComputedTerm("multiply", [units, each], ComputedRole.Plain) { Assumption = $"There are {each.Text} to each." };
        return new Calculation(product, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(product)))}: {Wording.Phrase(units, evaluation)}, times your {each.Text} to each",
            [product],
            evaluation,
            Wording.YourNumbers(units, each)));
    }

    private static Term? NumberIn(RequestContext context, Range range, UserTerm each)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (context.Words[i].Kind == NumberKind.Count && context.Resolve(new Range(i, Math.Min(i + 2, range.To))) is { } term && !SameNumber(term, each))
            {
                return term;
            }
        }

        return null;
    }

    /// <summary>What is divided among the units: what the words name, else the figure that counts what is carried.</summary>
    private static Term? Amount(RequestContext context, Range? phrase, Range? carried, UserTerm each)
    {
        if (phrase is { IsEmpty: false } some && context.Resolve(some) is { } named && !SameNumber(named, each) && !Wording.IsPercent(named))
        {
            return named;
        }

        for (var i = 0; i < context.Words.Count; i++)
        {
            var at = new Range(i, i + 1);
            if (context.Words[i] is { IsNumber: true, Kind: NumberKind.Count } && context.Resolver.User(at) is var other && other.Quantity.Value != each.Quantity.Value)
            {
                return context.Resolve(at);
            }
        }

        return carried is { IsEmpty: false } what && context.Resolver.Best(what) is { } match && match.Figure.Quantity.Value != each.Quantity.Value
            ? new FigureTerm(match.Entry)
            : context.ResolveOrMain();
    }

    private static bool IsDividing(RequestContext context, string? wanted, Range? carried, Term many) =>
        wanted is not null && (carried is not { } what || FirstNoun(context, what) is not { } noun || !Same(noun, wanted)) && many is FigureTerm { Entry: var entry }
        && !entry.Noun.Contains(Stem(wanted));

    private static bool SameNumber(Term term, UserTerm each) => term is UserTerm user && user.Quantity.Value == each.Quantity.Value;

    private static string? FirstNoun(RequestContext context, Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            var token = context.Question.Tokens[context.Words[i].Token];
            if (!context.Words[i].IsNumber && token is { IsWord: true, IsStopWord: false })
            {
                return token.Lower;
            }
        }

        return null;
    }

    private static string NounOf(RequestContext context, Range range)
    {
        var noun = FirstNoun(context, range) ?? "unit";
        return noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y"
            : noun.EndsWith("ches", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal) || noun.EndsWith("xes", StringComparison.Ordinal) ? noun[..^2]
            : noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) ? noun[..^1] : noun;
    }

    private static string Plural(string noun) =>
        noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? noun[..^1] + "ies"
        : noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal) || noun.EndsWith('x') || noun.EndsWith('s') ? noun + "es" : noun + "s";

    private static bool Same(string noun, string other) => Plural(noun) == other || Plural(other) == noun || Stem(noun) == Stem(other) || Lexicon.English.Similarity(Stem(noun), Stem(other)) >= 0.7;

    private static string Stem(string word) => Tokenizer.Tokenize(word) is [var token, ..] ? token.Stem : word;
}
