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

    /// <returns>Null where it is of another article.</returns>
    /// <exception cref="Core.BadInputException">The article gives no question at this level.</exception>
    public Quiz? Of(QuizRun run)
    {
        if (!knowledge.ContentSha256.StartsWith(run.Article, StringComparison.Ordinal))
        {
            return null;
        }

        if (_quizzes.Count >= Most)
        {
            _quizzes.Clear();
        }

        return _quizzes.GetOrAdd(run.Id, _ => _maker.Value.Make(new QuizRequest { Level = run.Level, Seed = run.Seed }));
    }
}
