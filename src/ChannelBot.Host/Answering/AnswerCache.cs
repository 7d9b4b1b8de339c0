using System.Globalization;
using System.Text;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;
using Microsoft.Extensions.Caching.Memory;

namespace ChannelBot.Host.Answering;

/// <summary>Remembers the answers to what was asked lately: a class asks the same thing thirty times within a minute.</summary>
/// <remarks>The embedded planner is a function of the question and the conversation, so an answer that it gave once is the answer it would
/// give again. The key holds all of both that it reads. What a language model wrote, or failed to write, is not kept.</remarks>
public sealed class AnswerCache(QuestionPlanner planner) : IDisposable
{
    /// <summary>A few kilobytes each.</summary>
    private const int MostAnswers = 1_000;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostAnswers, CompactionPercentage = 0.2 });

    /// <summary>The turn that <paramref name="question"/> adds to the conversation; see <see cref="QuestionPlanner.AskAsync"/>.</summary>
    /// <exception cref="Core.BadInputException">The question is empty or too long.</exception>
    public Task<PastTurn> AskAsync(string question, ConversationState state, CancellationToken cancellationToken) =>
        AskAsync(planner.AskAsync, question, state, cancellationToken);

    /// <summary>The same by the rules alone; see <see cref="QuestionPlanner.AskEmbeddedAsync"/>.</summary>
    public Task<PastTurn> AskEmbeddedAsync(string question, ConversationState state, CancellationToken cancellationToken) =>
        AskAsync(planner.AskEmbeddedAsync, question, state, cancellationToken);

    private async Task<PastTurn> AskAsync(
        Func<string, ConversationState, CancellationToken, Task<TurnResult>> ask, string question, ConversationState state, CancellationToken cancellationToken)
    {
        var key = Key(question, state);
        if (_answers.TryGetValue(key, out PastTurn? known) && known is not null)
        {
            return known;
        }

        var result = await ask(question, state, cancellationToken);
        var turn = result.State.Turns[^1];
        if (result.Model is null)
        {
            _answers.Set(key, turn, new MemoryCacheEntryOptions { Size = 1 });
        }

        return turn;
    }

    public void Dispose() => _answers.Dispose();

    /// <summary>Each part with its length before it, so that no two conversations share a key.</summary>
    private static string Key(string question, ConversationState state)
    {
        var key = new StringBuilder(256);
        foreach (var past in state.Turns)
        {
            Add(key, past.Question);
            Add(key, past.Answer.Text);
            foreach (var id in past.Topic)
            {
                Add(key, id);
            }

            key.Append(';');
        }

        return key.Append(question).ToString();
    }

    private static void Add(StringBuilder key, string part) => key.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
}
