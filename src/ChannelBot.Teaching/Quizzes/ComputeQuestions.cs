using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Material;
using Fractions;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Asks for a calculation with figures that the learner has to find; the calculator that answers questions gives the key.</summary>
internal static class ComputeQuestions
{
    public static IEnumerable<QuizDraft> Compute(Workshop workshop) => FigureCalculation.Among(workshop.Material.Figures)
        .Where(calculation => IsFor(workshop.Level, calculation.Relation))
        .Select(calculation => new QuizDraft(QuizKind.Compute, [Subject(calculation)], _ => Write(workshop, calculation)));

    /// <summary>Two steps are hard; one step is for the others, but the way back from a percentage is not easy.</summary>
    private static bool IsFor(QuizLevel level, Relation relation) => level switch
    {
        QuizLevel.Easy => relation is Relation.Left or Relation.Share or Relation.More,
        QuizLevel.Medium => relation is Relation.Left or Relation.Share or Relation.Before or Relation.More or Relation.PercentMore,
        _ => relation is Relation.ShareLeft or Relation.Change or Relation.PercentMore or Relation.Before,
    };

    private static string Subject(FigureCalculation calculation) => $"{calculation.A.Id}&{calculation.B.Id}";

    private static string Question(FigureCalculation calculation)
    {
        var change = calculation.A.Direction > 0 ? "rise" : "fall";
        return calculation.Relation switch
        {
            Relation.Left => "A is part of B. How many are left when A is taken away from B?",
            Relation.Share => "A is part of B. What percentage of B is A?",
            Relation.ShareLeft => "A is part of B. What percentage of B is left when A is taken away?",
            Relation.Before => $"B is the figure after a {change} of A. What was it before? The article does not give it.",
            Relation.Change => $"B is the figure after a {change} of A. By how much did it {change}? The article does not give it.",
            Relation.More => "How much more is A than B?",
            _ => "By what percentage is A more than B?",
        };
    }

    private static QuizQuestion Write(Workshop workshop, FigureCalculation calculation)
    {
        var (article, a, b, result) = (workshop.Article, calculation.A, calculation.B, calculation.Result);
        var (digit, asked) = Rounded(result);
        var accepted = new AcceptedNumber(result.Low!.Value - (digit / 2), result.High!.Value + (digit / 2), Unit(result.Unit));
        var sentences = new[] { a.Sentence, b.Sentence }.Distinct().Select(article.Sentence).OrderBy(sentence => sentence.Start);
        var passage = string.Join(" ", sentences.Select(sentence => Gaps.In(sentence, article, (a, "[A]"), (b, "[B]"))));
        var range = result.IsCertain ? "" : $" The figures' bounds allow {QuantityText.Interval(result)}; every number in that range is right.";
        return new QuizQuestion(
            0, QuizKind.Compute, workshop.Level, [Subject(calculation)], $"Find the figures A and B in the article. {Question(calculation)} {asked}", passage,
            workshop.Hint(article.Sentence(a.Sentence)), [],
            new QuizKey(
                [], accepted, QuantityText.WithInterval(result), $"A is “{a.Text}”, B is “{b.Text}”.{range}", [.. calculation.Steps.Select(step => step.Working)],
                article.Cite([a.Sentence, b.Sentence])));
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
}
