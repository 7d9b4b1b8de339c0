using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <param name="Id">For <see cref="QuizRequest.Only"/>.</param>
/// <param name="Paragraph">Counted from 1.</param>
public sealed record QuizChoice(string Id, string Text, int Paragraph)
{
    /// <summary>What an educator may choose for a quiz: the facts that people confirmed, or the sentences of an article that nobody reviewed. None tells of a death.</summary>
    public static IReadOnlyList<QuizChoice> Of(KnowledgeFile knowledge)
    {
        var article = new ArticleView(knowledge);
        return article.IsCurated
            ? [.. knowledge.Facts.Where(fact => !article.IsOfDeath(fact)).Select(fact => new QuizChoice(fact.Id, fact.About, article.Sentence(fact.Sentences[0]).Paragraph)).OrderBy(choice => choice.Paragraph)]
            : [.. knowledge.Sentences.Where(sentence => !article.IsOfDeath(sentence)).Select(sentence => new QuizChoice(sentence.Id, sentence.Text, sentence.Paragraph))];
    }
}
