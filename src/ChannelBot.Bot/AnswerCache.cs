using System.Globalization;
using System.Text;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;
using Microsoft.Extensions.Caching.Memory;

namespace ChannelBot.Bot;

/// <summary>Remembers the answers to what was asked lately: a class asks the same thing thirty times within a minute.</summary>
/// <remarks>The embedded planner is a function of the question and the conversation, so an answer that it gave once is the answer it would
/// give again. The key holds all of both that it reads. What a language model wrote, or failed to write, is not kept.</remarks>
public sealed class AnswerCache(QuestionPlanner planner) : IAnswerSource, IDisposable
{
    /// <summary>Of all keys together: what is kept is bounded by what was asked, however long a question is. Some ten megabytes.</summary>
    private const int MostCharacters = 2_000_000;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostCharacters, CompactionPercentage = 0.2 });

    public async Task<PastTurn> AskAsync(string question, ConversationState state, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var key = Key(question, state);
        if (_answers.TryGetValue(key, out PastTurn? known) && known is not null)
        {
            return known;
        }

        var result = await planner.AskAsync(question, state, progress, cancellationToken);
        var turn = result.State.Turns[^1];
        if (result.Model is null)
        {
            _answers.Set(key, turn, new MemoryCacheEntryOptions { Size = key.Length });
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

            foreach (var working in past.Answer.Working)
            {
                Add(key, working.Expression);
            }

            key.Append(';');
        }

        return key.Append(question).ToString();
    }

    private static void Add(StringBuilder key, string part) => key.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
}
