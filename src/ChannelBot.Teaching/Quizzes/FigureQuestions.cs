using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Asks which figure the article gives.</summary>
internal static class FigureQuestions
{
    public static IEnumerable<QuizDraft> WhichFigure(Workshop workshop) =>
        workshop.Material.Figures.Select(figure => new QuizDraft(QuizKind.WhichFigure, [figure.Id], choice => Choose(workshop, figure, choice)));

    private static QuizQuestion Choose(Workshop workshop, Figure figure, SeededChoice choice)
    {
        var article = workshop.Article;
        var sentence = article.Sentence(figure.Sentence);
        var others = workshop.Material.Figures
            .Where(other => other.Quantity.Unit == figure.Quantity.Unit && other.Form == figure.Form)
            .Select(other => (other.Quantity, (string?)other.Id));
        var wrong = WrongNumbers.For(figure.Quantity, others, workshop.Level, choice)
            .Select(other => new QuizOption(QuantityText.Brief(other.Quantity), other.Source, other.Quantity));
        var (options, right) = workshop.Mixed(new(QuantityText.Brief(figure.Quantity), figure.Id, figure.Quantity), wrong, choice);
        return new QuizQuestion(
            0, QuizKind.WhichFigure, workshop.Level, [figure.Id], "Which figure does the article give in the gap?", Gaps.In(sentence, article, (figure, Gaps.Asked)),
            workshop.Hint(sentence), options,
            new QuizKey([right], null, options[right].Text, $"The article says “{figure.Text}”{Meaning(figure.Quantity)}.", [], article.Cite(sentence.Id)));
    }

    /// <summary>What a bound leaves open, for the key: "at least 60" is 60 or more.</summary>
    private static string Meaning(Quantity quantity) => quantity.IsCertain ? "" : $", which may be {QuantityText.Interval(quantity)}";
}
