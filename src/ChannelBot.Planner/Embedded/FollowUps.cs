using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Embedded;

/// <summary>Offers questions that the article answers, near to what was asked.</summary>
internal sealed class FollowUps(KnowledgeFile knowledge)
{
    private const int Most = 2;

    private readonly (Fact Fact, int Paragraph, string Question)[] _questions =
    [
        .. knowledge.Facts.Select(fact => (
            fact,
            knowledge.Sentences.First(sentence => sentence.Id == fact.Sentences[0]).Paragraph,
            $"What does the article say about {fact.About}?")),
    ];

    /// <summary>Questions on other facts, those of the paragraph that the answer stood on first.</summary>
    /// <param name="topic">Ids that the answer stood on.</param>
    /// <param name="paragraph">Of its first citation; 0 where it has none.</param>
    public IReadOnlyList<string> After(IReadOnlyList<string> topic, int paragraph)
    {
        var questions = new List<string>(Most);
        Add(questions, topic, near => near == paragraph);
        Add(questions, topic, near => near != paragraph);
        return questions;
    }

    private void Add(List<string> questions, IReadOnlyList<string> topic, Func<int, bool> where)
    {
        foreach (var (fact, near, question) in _questions)
        {
            if (questions.Count == Most)
            {
                return;
            }

            if (where(near) && !topic.Contains(fact.Id) && !questions.Contains(question))
            {
                questions.Add(question);
            }
        }
    }
}
