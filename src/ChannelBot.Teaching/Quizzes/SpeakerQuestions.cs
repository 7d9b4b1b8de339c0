using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Asks whose words some words are. What people say stays theirs: no question asks whether it is so.</summary>
internal static class SpeakerQuestions
{
    private const int FewestOthers = 2;

    public static IEnumerable<QuizDraft> WhoSaid(Workshop workshop)
    {
        foreach (var saying in workshop.Material.Sayings)
        {
            var others = OtherSpeakers.Than(saying, workshop.Material);
            if (others.Count >= FewestOthers)
            {
                yield return new QuizDraft(QuizKind.WhoSaid, [Subject(saying)], choice => Choose(workshop, saying, others, choice));
            }
        }
    }

    public static IEnumerable<QuizDraft> TrueOrFalse(Workshop workshop)
    {
        foreach (var saying in workshop.Material.Sayings)
        {
            var others = OtherSpeakers.Than(saying, workshop.Material);
            if (others.Count > 0)
            {
                yield return new QuizDraft(QuizKind.TrueOrFalse, [Subject(saying)], choice => Judge(workshop, saying, others, choice));
            }
        }
    }

    /// <summary>"Ann Lee (Mayor)".</summary>
    public static string Named(Entity entity) =>
        entity.Role is { } role && !SaysTheSame(entity.Name, role) ? $"{entity.Name} ({role})" : entity.Name;

    /// <summary>"Board spokesperson", "spokesperson for the board".</summary>
    private static bool SaysTheSame(string name, string role) =>
        name.Split(' ').All(word => role.Contains(word, StringComparison.OrdinalIgnoreCase)) || name.Contains(role, StringComparison.OrdinalIgnoreCase);

    private static string Subject(Saying saying) => $"{saying.Quote.Id}@{saying.Sentence.Id}";

    private static QuizQuestion Choose(Workshop workshop, Saying saying, IReadOnlyList<Entity> others, SeededChoice choice)
    {
        var wrong = workshop.Level is QuizLevel.Hard ? others : choice.Shuffled(others);
        var (options, right) = workshop.Mixed(Option(saying.Speaker), wrong.Select(Option), choice);
        return new QuizQuestion(
            0, QuizKind.WhoSaid, workshop.Level, [Subject(saying)], "To whom does the article attribute these words?", $"“{saying.Words}”",
            workshop.Hint(saying.Sentence), options, Key(workshop, saying, [right], options[right].Text));
    }

    private static QuizQuestion Judge(Workshop workshop, Saying saying, IReadOnlyList<Entity> others, SeededChoice choice)
    {
        var isTrue = choice.Coin();
        var named = isTrue ? saying.Speaker : choice.Of(others);
        return new QuizQuestion(
            0, QuizKind.TrueOrFalse, workshop.Level, [Subject(saying)], $"True or false? The article attributes these words to {Named(named)}.", $"“{saying.Words}”",
            workshop.Hint(saying.Sentence), Truth.Options(named.Id), Key(workshop, saying, [Truth.Index(isTrue)], Truth.Word(isTrue)));
    }

    private static QuizOption Option(Entity entity) => new(Named(entity), entity.Id);

    private static QuizKey Key(Workshop workshop, Saying saying, IReadOnlyList<int> right, string text)
    {
        // The words may stand in a later sentence than the one that names the speaker.
        var naming = saying.Quote.Sentences.Select(workshop.Article.Sentence)
            .Where(sentence => ArticleView.IsNamedIn(saying.Speaker, sentence) && !workshop.Article.IsOfDeath(sentence))
            .Select(sentence => sentence.Id).Take(1);
        var attributed = saying.Quote.SpeakerText is { } said ? $" (“{said}”)" : "";
        return new QuizKey(
            right, null, text, $"The article attributes them to {Named(saying.Speaker)}{attributed}.", [], workshop.Article.Cite([.. naming, saying.Sentence.Id]));
    }
}

/// <summary>The two answers to "true or false?".</summary>
internal static class Truth
{
    /// <param name="source">Id of what the statement puts in: the figure, the speaker.</param>
    public static IReadOnlyList<QuizOption> Options(string? source) => [new("True", source), new("False", source)];

    public static int Index(bool isTrue) => isTrue ? 0 : 1;

    public static string Word(bool isTrue) => isTrue ? "True" : "False";
}
