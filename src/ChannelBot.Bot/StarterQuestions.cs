using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner;

namespace ChannelBot.Bot;

/// <summary>Questions to begin with, made from what the article holds, each of them tried: the planner answers it from the article.</summary>
public sealed class StarterQuestions(KnowledgeFile knowledge, QuestionPlanner planner)
{
    private const int Most = 4;

    /// <summary>At most four; none before <see cref="FindAsync"/> has run, or where nothing can be answered.</summary>
    public IReadOnlyList<string> Questions { get; private set; } = [];

    public async Task FindAsync(CancellationToken cancellationToken = default)
    {
        // One of each kind first: four shares teach less than a summary, a share, a speaker and the figures.
        var found = new List<string>();
        foreach (var kind in new[] { Summary(), Shares(), Speakers(), KeyFigures(), Cast() })
        {
            foreach (var question in kind)
            {
                if (await IsAnsweredAsync(question, cancellationToken))
                {
                    found.Add(question);
                    break;
                }
            }
        }

        Questions = [.. found.Take(Most)];
    }

    private static IEnumerable<string> Summary() => ["What is the article about?"];

    private static IEnumerable<string> KeyFigures() => ["What are the key figures?"];

    private static IEnumerable<string> Cast() => ["Who is who?"];

    /// <summary>A figure that is part of another has a share of it.</summary>
    private IEnumerable<string> Shares() => knowledge.Figures
        .Where(part => part.PartOf is not null && part.Period is not null)
        .SelectMany(part => knowledge.Figures
            .Where(whole => whole.Id == part.PartOf)
            .Select(whole => $"What share of the {whole.Name} came {part.Period}?"));

    /// <summary>Who is quoted most, first.</summary>
    private IEnumerable<string> Speakers() => knowledge.Quotes
        .Where(quote => quote.Speaker is not null)
        .GroupBy(quote => quote.Speaker, StringComparer.Ordinal)
        .OrderByDescending(quotes => quotes.Sum(quote => quote.Text.Length))
        .SelectMany(quotes => knowledge.Entities.Where(entity => entity.Id == quotes.Key && entity.Kind is EntityKind.Person))
        .Select(speaker => $"What did {speaker.Name} say?");

    private async Task<bool> IsAnsweredAsync(string question, CancellationToken cancellationToken)
    {
        var turn = await planner.AskEmbeddedAsync(question, ConversationState.Empty, cancellationToken);
        return turn.Answer.Outcome is Outcome.Answered or Outcome.Computed && turn.Answer.AllCitations().Count > 0;
    }
}
