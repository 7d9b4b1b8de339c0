using ChannelBot.Core.Knowledge;
using Fractions;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Asks whether a sentence stands so in the article: as it is, or with one number or one day put differently.</summary>
/// <remarks>Only sentences in the reporter's words; what people say is asked about with its speaker, by <see cref="SpeakerQuestions"/>.</remarks>
internal static class StatementQuestions
{
    private const string Prompt = "True or false? The article says this.";

    public static IEnumerable<QuizDraft> TrueOrFalse(Workshop workshop)
    {
        foreach (var sentence in workshop.Material.Told)
        {
            foreach (var figure in workshop.Material.Figures.Where(figure => figure.Sentence == sentence.Id && CanBeWrong(figure, workshop)))
            {
                yield return new QuizDraft(QuizKind.TrueOrFalse, [figure.Id], choice => Write(workshop, sentence, figure.Id, Changed(figure, workshop, choice), choice));
            }

            if (ChangedSentence.HasOneWeekday(sentence))
            {
                yield return new QuizDraft(
                    QuizKind.TrueOrFalse, [$"day@{sentence.Id}"], choice => Write(workshop, sentence, $"day@{sentence.Id}", ChangedSentence.InWeekday(sentence, choice), choice));
            }
        }
    }

    private static Fraction[] Factors(QuizLevel level) => level switch
    {
        QuizLevel.Easy => [2, 3],
        QuizLevel.Medium => [new(7, 5), new(8, 5)],
        _ => [new(6, 5), new(11, 10)],
    };

    private static bool CanBeWrong(Figure figure, Workshop workshop) =>
        Factors(workshop.Level).Any(times => ChangedSentence.InNumber(figure, workshop.Article, times) is not null);

    private static ChangedSentence? Changed(Figure figure, Workshop workshop, SeededChoice choice) =>
        choice.Shuffled(Factors(workshop.Level)).Select(times => ChangedSentence.InNumber(figure, workshop.Article, times)).FirstOrDefault(changed => changed is not null);

    private static QuizQuestion Write(Workshop workshop, Sentence sentence, string subject, ChangedSentence? changed, SeededChoice choice)
    {
        var isTrue = choice.Coin() || changed is null;
        var because = isTrue
            ? "The sentence stands so in the article."
            : $"The article has another {(changed!.Quantity is null ? "day" : "figure")} in place of “{changed.Said}”.";
        return new QuizQuestion(
            0, QuizKind.TrueOrFalse, workshop.Level, [subject], Prompt, isTrue ? sentence.Text : changed!.Text, workshop.Hint(sentence),
            [new("True", subject, isTrue ? null : changed!.Quantity), new("False", subject)],
            new QuizKey([Truth.Index(isTrue)], null, Truth.Word(isTrue), because, [], workshop.Article.Cite(sentence.Id)));
    }
}
