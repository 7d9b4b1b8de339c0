using ChannelBot.Bot;
using ChannelBot.Bot.Quizzes;
using ChannelBot.Bot.Rendering;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Library;
using ChannelBot.Teaching.Charts;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Host.Answering;

/// <summary>The articles that can be asked about here, by id. A session names one and is answered from it alone.</summary>
internal sealed class Articles(KnowledgeFile knowledge, IAnswerSource answers, StarterQuestions starters, AnswerRenderers renderers, ArticleLibrary library)
{
    /// <summary>The article that the host is configured for.</summary>
    public HostedArticle Own { get; } = new("own", knowledge, answers, starters, renderers);

    /// <summary>Null where there is no such article, or not any more.</summary>
    public HostedArticle? Find(string id) => id == Own.Id ? Own : library.Find(id);

    /// <summary>The article whose knowledge this is, by its hash; null where none of those in use has it.</summary>
    public HostedArticle? FindByKnowledge(string sha256) => sha256 == Own.Knowledge.ContentSha256 ? Own : library.FindOpen(sha256);
}

/// <summary>An article with what answers questions about it.</summary>
internal sealed record HostedArticle(string Id, KnowledgeFile Knowledge, IAnswerSource Answers, StarterQuestions Starters, AnswerRenderers Renderers)
{
    public ArticleQuizzes Quizzes { get; } = new(Knowledge);

    public Lazy<ChartMaker> Charts { get; } = new(() => new ChartMaker(Knowledge));

    /// <summary>The article's bot, which asks <paramref name="answers"/>; it keeps nothing, and costs next to nothing to make.</summary>
    /// <param name="setQuiz">The quiz that an educator has set; null for none.</param>
    public QuestionBot With(IAnswerSource answers, QuizRequest? setQuiz = null)
    {
        if (setQuiz is not null)
        {
            _ = Quizzes.Set(setQuiz);
        }

        return new QuestionBot(Knowledge, answers, Starters, Quizzes, Renderers, setQuiz);
    }
}
