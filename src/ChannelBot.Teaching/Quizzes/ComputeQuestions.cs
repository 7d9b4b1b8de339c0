using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Asks for a calculation with figures that the learner has to find; the calculator that answers questions gives the key.</summary>
internal static class ComputeQuestions
{
    public static IEnumerable<QuizDraft> Compute(Workshop workshop)
    {
        foreach (var sum in Sums(workshop).Where(sum => sum.IsFor(workshop.Level)))
        {
            if (Steps(sum) is { Count: > 0 } steps && IsNarrow(steps[^1].Result))
            {
                yield return new QuizDraft(QuizKind.Compute, [sum.Subject], _ => Write(workshop, sum, steps));
            }
        }
    }

    /// <summary>The bounds of its figures leave a result that tells something: its ends are less than a quarter apart.</summary>
    private static bool IsNarrow(Quantity result) => result is { Low: { } low, High: { } high } && low > 0 && high * 4 < low * 5;

    private static IEnumerable<Sum> Sums(Workshop workshop)
    {
        var figures = workshop.Material.Figures;
        foreach (var figure in figures)
        {
            if (Partner(figures, figure.PartOf) is { } whole && figure.Quantity.Unit == whole.Quantity.Unit)
            {
                yield return new("left", figure, whole, "A is part of B. How many are left when A is taken away from B?", [new("subtract", 'B', 'A')]);
                yield return new("share", figure, whole, "A is part of B. What percentage of B is A?", [new("share", 'A', 'B')]);
                yield return new("share-left", figure, whole, "A is part of B. What percentage of B is left when A is taken away?", [new("subtract", 'B', 'A'), new("share", '1', 'B')]);
            }

            if (figure.Form == NumberForm.Percent && figure.Direction != 0 && Partner(figures, figure.BaseOf) is { } after)
            {
                var change = figure.Direction > 0 ? "rise" : "fall";
                var before = new Step("value_before_change", 'B', figure.Direction > 0 ? 'A' : 'a');
                yield return new("before", figure, after, $"B is the figure after a {change} of A. What was it before? The article does not give it.", [before]);
                yield return new(
                    "change", figure, after, $"B is the figure after a {change} of A. By how much did it {change}? The article does not give it.",
                    [before, figure.Direction > 0 ? new("subtract", 'B', '1') : new("subtract", '1', 'B')]);
            }

            foreach (var other in figures.Where(other => IsBeside(figure, other)))
            {
                yield return new("more", other, figure, "How much more is A than B?", [new(figure.Form == NumberForm.Percent ? "percentage_points" : "subtract", 'A', 'B')]);
                if (figure.Form != NumberForm.Percent)
                {
                    yield return new("percent-more", other, figure, "By what percentage is A more than B?", [new("percent_change", 'B', 'A')]);
                }
            }
        }
    }

    private static Figure? Partner(IReadOnlyList<Figure> figures, string? id) => id is null ? null : figures.FirstOrDefault(figure => figure.Id == id);

    /// <summary>The other stands in the same sentence, measures the same, is certainly more, and neither is a part or a change of the other.</summary>
    private static bool IsBeside(Figure figure, Figure other) =>
        other != figure && other.Sentence == figure.Sentence && other.Form == figure.Form && other.Quantity.Unit == figure.Quantity.Unit
        && figure.Quantity.IsBounded && other.Quantity.IsBounded
        && other.PartOf is null && figure.PartOf is null && other.BaseOf is null && figure.BaseOf is null
        && QuantityArithmetic.Compare(other.Quantity, figure.Quantity) is Comparison.More;

    /// <summary>The calculations, one after the other; none where one of them has no result.</summary>
    private static List<CalculationResult> Steps(Sum sum)
    {
        var done = new List<CalculationResult>();
        try
        {
            foreach (var step in sum.Steps)
            {
                done.Add(Calculator.Run(step.Function, [Operand(step.First, sum, done), Operand(step.Second, sum, done)]));
            }
        }
        catch (UndefinedCalculationException)
        {
            return [];
        }

        return done;
    }

    private static CalculationOperand Operand(char name, Sum sum, List<CalculationResult> done) => name switch
    {
        'A' => new(sum.A.Quantity, sum.A.Id, "article"),
        'a' => new(Negated(sum.A.Quantity), sum.A.Id, "article"),
        'B' => new(sum.B.Quantity, sum.B.Id, "article"),
        _ => new(done[name - '1'].Result, null, "working"),
    };

    /// <summary>A fall as a change below nothing.</summary>
    private static Quantity Negated(Quantity percent) => percent with
    {
        Value = -percent.Value, Low = -percent.High, High = -percent.Low, LowOpen = percent.HighOpen, HighOpen = percent.LowOpen,
    };

    private static QuizQuestion Write(Workshop workshop, Sum sum, List<CalculationResult> steps)
    {
        var article = workshop.Article;
        var result = steps[^1].Result;
        var (digit, asked) = Rounded(result);
        var accepted = new AcceptedNumber(result.Low!.Value - (digit / 2), result.High!.Value + (digit / 2), Unit(result.Unit));
        var sentences = new[] { sum.A.Sentence, sum.B.Sentence }.Distinct().Select(article.Sentence).OrderBy(sentence => sentence.Start);
        var passage = string.Join(" ", sentences.Select(sentence => Gaps.In(sentence, article, (sum.A, "[A]"), (sum.B, "[B]"))));
        var range = result.IsCertain ? "" : $" The figures' bounds allow {QuantityText.Interval(result)}; every number in that range is right.";
        return new QuizQuestion(
            0, QuizKind.Compute, workshop.Level, [sum.Subject], $"Find the figures A and B in the article. {sum.Question} {asked}", passage, workshop.Hint(article.Sentence(sum.A.Sentence)), [],
            new QuizKey(
                [], accepted, QuantityText.WithInterval(result), $"A is “{sum.A.Text}”, B is “{sum.B.Text}”.{range}", [.. steps.Select(step => step.Working)],
                article.Cite([sum.A.Sentence, sum.B.Sentence])));
    }

    /// <summary>The digit to round to, and how that is asked for.</summary>
    private static (Fraction Digit, string Asked) Rounded(Quantity result)
    {
        if (result.Unit.Dimension is Dimension.Count)
        {
            return (Fraction.One, "Give a whole number.");
        }

        if (result.Unit.Dimension is Dimension.Percent or Dimension.PercentagePoints)
        {
            return result.Value >= 10 ? (Fraction.One, "Round to a whole number.") : (new Fraction(1, 10), "Round to one decimal.");
        }

        return (Rounding.PowerOfTen(Rounding.Exponent(result.Value) - 2), $"Answer in {Unit(result.Unit)}, rounded to three digits.");
    }

    private static string Unit(Unit unit) => unit.Dimension is Dimension.None ? "" : UnitName.Plural(unit);

    /// <param name="First">'A' or 'B' for a figure, 'a' for the first as a fall, '1' for the result of the first step.</param>
    private sealed record Step(string Function, char First, char Second);

    private sealed record Sum(string Name, Figure A, Figure B, string Question, IReadOnlyList<Step> Steps)
    {
        public string Subject => $"{A.Id}&{B.Id}";

        /// <summary>Two steps are hard; a single step is for the others, but a way back from a percentage is not easy.</summary>
        public bool IsFor(QuizLevel level) => level switch
        {
            QuizLevel.Easy => Name is "left" or "share" or "more",
            QuizLevel.Medium => Name is "left" or "share" or "before" or "more" or "percent-more",
            _ => Name is "share-left" or "change" or "percent-more" or "before",
        };
    }
}
