using System.Collections.Immutable;
using ChannelBot.Core.Sessions;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Sessions;

/// <summary>The quiz that an educator has set a class, and what it answered: of each learner the first answer to a question. Nobody is ranked.</summary>
public sealed record SessionQuiz(QuizRequest Request)
{
    private ImmutableDictionary<(SessionPerson Person, int Question), QuizAnswer> _answers = ImmutableDictionary<(SessionPerson, int), QuizAnswer>.Empty;

    /// <summary>How many learners have answered something.</summary>
    public int Learners => _answers.Keys.Select(key => key.Person).Distinct().Count();

    /// <summary>What was answered, by nobody's name.</summary>
    public IEnumerable<QuizAnswer> Answers => _answers.Values;

    internal static SessionQuiz Of(QuizSet set) => new(new QuizRequest { Seed = set.Seed, Level = QuizNames.Level(set.Level), Count = set.Count, Only = set.Only });

    internal SessionQuiz With(QuizAnswered answered) => _answers.ContainsKey((answered.Person, answered.Question))
        ? this
        : this with { _answers = _answers.Add((answered.Person, answered.Question), new QuizAnswer(answered.Question, answered.IsRight, answered.Chosen)) };

    internal SessionQuiz Without(SessionPerson person) => this with { _answers = _answers.RemoveRange(_answers.Keys.Where(key => key.Person == person)) };
}
