using ChannelBot.Core;
using ChannelBot.Host.Answering;
using ChannelBot.Teaching.Quizzes;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>What the board asks with: a quiz to set, or, of the one that is set, its end or whether scores are shown.</summary>
internal sealed record QuizActionDto(string? Level = null, int Seed = 1, int? Count = null, string[]? Only = null, bool End = false, bool? Scores = null);

internal sealed record QuizOptionDto(string Text, bool Right, int Chosen);

internal sealed record QuizQuestionDto(int Number, string Prompt, string? Passage, int Attempts, int Right, int Passed, QuizOptionDto[] Options);

/// <summary>The quiz that is set, with what the class answered; nobody's name is in it.</summary>
/// <param name="Learners">How many have answered something.</param>
/// <param name="Scores">Whether everybody sees the scores by name.</param>
internal sealed record QuizDto(string Level, int Seed, int Learners, bool Scores, QuizQuestionDto[] Questions);

/// <summary>How the class answers, by name: shown where the educator wants it.</summary>
/// <param name="Others">How many more there are.</param>
internal sealed record ScoresDto(ScoreDto[] Learners, int Others);

internal sealed record ScoreDto(string Name, int Right, int Asked);

internal sealed record QuizChoiceDto(string Id, string Text, int Paragraph);

/// <summary>Quizzes that educators set their classes.</summary>
internal static class SessionQuizzes
{
    /// <summary>As many as a wall has room for.</summary>
    private const int MostScores = 40;

    /// <summary>Sets the class a quiz, ends it, or shows its scores.</summary>
    /// <exception cref="BadInputException">The article gives no such quiz, or the session has ended.</exception>
    public static Task CarryOutAsync(LiveSession live, QuizActionDto asked, HostedArticle article)
    {
        if (asked.End)
        {
            return live.ChangeAsync((_, at) => [new QuizEnded(at)]);
        }

        if (asked.Scores is { } isOn)
        {
            return live.ChangeAsync((now, at) => now.Quiz is not null
                ? [new ScoresShown(at, isOn)]
                : throw new BadInputException("scores", "No quiz is set, so that there are no scores to show."));
        }

        var request = new QuizRequest { Level = QuizNames.Level(asked.Level ?? "medium"), Seed = asked.Seed, Count = asked.Count, Only = asked.Only ?? [] };
        _ = article.Quizzes.Set(request);
        return live.ChangeAsync((_, at) => [new QuizSet(at, QuizNames.Of(request.Level), request.Seed, request.Count, request.Only)]);
    }

    /// <returns>Null where none is set.</returns>
    public static QuizDto? View(Session session, HostedArticle? article) => session.Quiz is { } set && article is not null
        ? new QuizDto(
            QuizNames.Of(set.Request.Level), set.Request.Seed, set.Learners, set.ShowsScores,
            [.. QuestionStatistics.Of(article.Quizzes.Set(set.Request), set.Answers).Select(question => new QuizQuestionDto(
                question.Number, question.Prompt, question.Passage, question.Attempts, question.Right, question.Passed,
                [.. question.Options.Select(option => new QuizOptionDto(option.Text, option.IsRight, option.Chosen))]))])
        : null;

    /// <returns>Null unless the educator shows them.</returns>
    public static ScoresDto? Scores(Session session, HostedArticle? article)
    {
        if (session.Quiz is not { ShowsScores: true } set || article is null)
        {
            return null;
        }

        var all = set.Scores(article.Quizzes.Set(set.Request), session.People);
        return new ScoresDto([.. all.Take(MostScores).Select(score => new ScoreDto(score.Name, score.Right, score.Asked))], Math.Max(0, all.Count - MostScores));
    }

    public static QuizChoiceDto[] Choices(HostedArticle article) =>
        [.. QuizChoice.Of(article.Knowledge).Select(choice => new QuizChoiceDto(choice.Id, choice.Text, choice.Paragraph))];
}
