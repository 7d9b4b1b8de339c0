using ChannelBot.Bot.Quizzes;
using ChannelBot.Bot.Rendering;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner;

namespace ChannelBot.Bot;

/// <summary>One article's bot without a host, ready to talk: the same bot, and the same rendering for each channel.</summary>
public sealed class ArticleBot
{
    private readonly AnswerRenderers _renderers = new();
    private readonly StarterQuestions _starters;
    private readonly ArticleQuizzes _quizzes;

    private ArticleBot(KnowledgeFile knowledge, QuestionPlanner planner)
    {
        Knowledge = knowledge;
        Planner = planner;
        _starters = new StarterQuestions(knowledge, planner);
        _quizzes = new ArticleQuizzes(knowledge);
    }

    public KnowledgeFile Knowledge { get; }

    public QuestionPlanner Planner { get; }

    public static async Task<ArticleBot> OpenAsync(KnowledgeFile knowledge, QuestionPlanner planner, CancellationToken cancellationToken = default)
    {
        var bot = new ArticleBot(knowledge, planner);
        await bot._starters.FindAsync(cancellationToken);
        return bot;
    }

    /// <summary>A bot for a conversation, or for many: it keeps nothing of them.</summary>
    public QuestionBot With(IAnswerSource answers) => new(Knowledge, answers, _starters, _quizzes, _renderers);
}
