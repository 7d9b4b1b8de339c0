using System.Collections.Immutable;
using ChannelBot.Core.Sessions;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Sessions;

/// <summary>The quiz that an educator has set a class, and what it answered: of each learner the first answer to a question. Nobody is ranked, unless the
/// educator shows scores.</summary>
public sealed record SessionQuiz(QuizRequest Request)
{
    private ImmutableDictionary<(SessionPerson Person, int Question), QuizAnswer> _answers = ImmutableDictionary<(SessionPerson, int), QuizAnswer>.Empty;

    /// <summary>Whether everybody sees the scores by name. Another quiz begins without.</summary>
    public bool ShowsScores { get; init; }

    /// <summary>How many learners have answered something.</summary>
    public int Learners => _answers.Keys.Select(key => key.Person).Distinct().Count();

    /// <summary>What was answered, by nobody's name.</summary>
    public IEnumerable<QuizAnswer> Answers => _answers.Values;

    /// <summary>How each learner has answered, the most right first; of those who have a name. What touches on a death is not scored.</summary>
    public IReadOnlyList<QuizScore> Scores(Quiz quiz, IReadOnlyDictionary<SessionPerson, string> people)
    {
        ArgumentNullException.ThrowIfNull(quiz);
        ArgumentNullException.ThrowIfNull(people);
        var counted = quiz.Questions.Where(QuestionStatistics.IsCounted).Select(question => question.Number).ToHashSet();
        return
        [
            .. _answers.Where(answer => counted.Contains(answer.Key.Question) && people.ContainsKey(answer.Key.Person)).GroupBy(answer => answer.Key.Person)
                .Select(theirs => new QuizScore(people[theirs.Key], theirs.Count(answer => answer.Value.IsRight is true), theirs.Count()))
                .OrderByDescending(score => score.Right).ThenBy(score => score.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    internal static SessionQuiz Of(QuizSet set) => new(new QuizRequest { Seed = set.Seed, Level = QuizNames.Level(set.Level), Count = set.Count, Only = set.Only });

    internal SessionQuiz With(QuizAnswered answered) => _answers.ContainsKey((answered.Person, answered.Question))
        ? this
        : this with { _answers = _answers.Add((answered.Person, answered.Question), new QuizAnswer(answered.Question, answered.IsRight, answered.Chosen)) };

    internal SessionQuiz Without(SessionPerson person) => this with { _answers = _answers.RemoveRange(_answers.Keys.Where(key => key.Person == person)) };
}

/// <param name="Right">How many of the first answers were as the article has it.</param>
/// <param name="Asked">How many questions the learner has answered or passed on.</param>
public sealed record QuizScore(string Name, int Right, int Asked);
