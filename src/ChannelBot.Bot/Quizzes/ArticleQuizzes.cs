using System.Collections.Concurrent;
using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot.Quizzes;

/// <summary>The quizzes of one article that are being taken: a class takes the same one, question by question.</summary>
public sealed class ArticleQuizzes(KnowledgeFile knowledge)
{
    private const int Most = 64;

    private readonly Lazy<QuizMaker> _maker = new(() => new QuizMaker(knowledge));
    private readonly ConcurrentDictionary<string, Quiz> _quizzes = new(StringComparer.Ordinal);

    /// <summary>The quiz that is wanted; a run of it finds it from now on.</summary>
    /// <exception cref="Core.BadInputException">The article gives no such quiz.</exception>
    public Quiz Set(QuizRequest request) => Kept(QuizRun.Begin(knowledge, request).Id, request);

    /// <returns>Null where it is of another article, or an educator chose what it asks and has ended it since.</returns>
    /// <exception cref="Core.BadInputException">The article gives no question at this level.</exception>
    public Quiz? Of(QuizRun run)
    {
        if (!knowledge.ContentSha256.StartsWith(run.Article, StringComparison.Ordinal))
        {
            return null;
        }

        return run.Set.Length > 0 ? _quizzes.GetValueOrDefault(run.Id) : Kept(run.Id, new QuizRequest { Level = run.Level, Seed = run.Seed });
    }

    private Quiz Kept(string id, QuizRequest request)
    {
        if (_quizzes.Count >= Most && !_quizzes.ContainsKey(id))
        {
            _quizzes.Clear();
        }

        return _quizzes.GetOrAdd(id, _ => _maker.Value.Make(request));
    }
}
