using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;
using Microsoft.Extensions.Caching.Memory;

namespace ChannelBot.Bot;

/// <summary>Remembers the answers to what was asked lately: a class asks the same thing thirty times within a minute.</summary>
/// <remarks>The embedded planner is a function of the question and the conversation, so an answer that it gave once is the answer it would
/// give again. The key is a hash of all of both that it reads. What a language model wrote, or failed to write, is not kept.</remarks>
public sealed class AnswerCache(QuestionPlanner planner) : IAnswerSource, IDisposable
{
    /// <summary>Of all questions and answers together: what is kept is bounded by what was said, however long it is. Some ten megabytes.</summary>
    private const int MostCharacters = 2_000_000;

    /// <summary>Of each turn that is remembered somewhere: one that was said in many conversations is one object, and is hashed once.</summary>
    private readonly ConditionalWeakTable<PastTurn, byte[]> _digests = [];

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
            _answers.Set(key, turn, new MemoryCacheEntryOptions { Size = LengthOf(turn) });
        }

        return turn;
    }

    public void Dispose() => _answers.Dispose();

    private static int LengthOf(PastTurn turn) =>
        turn.Question.Length + turn.Answer.Text.Length + turn.Answer.AllCitations().Sum(citation => citation.Quote.Length)
        + turn.Answer.AllWorking().Sum(working => working.Expression.Length) + turn.Topic.Sum(id => id.Length);

    /// <summary>Of the conversation, turn by turn, and the question.</summary>
    private string Key(string question, ConversationState state) => Convert.ToHexString(Hash(parts =>
    {
        foreach (var past in state.Turns)
        {
            parts.Write(_digests.GetValue(past, DigestOf));
        }

        Add(parts, question);
    }));

    private static byte[] DigestOf(PastTurn past) => Hash(parts =>
    {
        Add(parts, past.Question);
        Add(parts, past.Answer.Text);
        AddCount(parts, past.Topic.Count);
        foreach (var id in past.Topic)
        {
            Add(parts, id);
        }

        AddCount(parts, past.Answer.Working.Count);
        foreach (var working in past.Answer.Working)
        {
            Add(parts, working.Expression);
        }
    });

    /// <summary>SHA-256 of parts, each with its length before it, so that no two conversations share a key.</summary>
    private static byte[] Hash(Action<ArrayBufferWriter<byte>> write)
    {
        var parts = new ArrayBufferWriter<byte>();
        write(parts);
        return SHA256.HashData(parts.WrittenSpan);
    }

    private static void Add(ArrayBufferWriter<byte> parts, string part)
    {
        AddCount(parts, part.Length);
        parts.Write(MemoryMarshal.AsBytes(part.AsSpan()));
    }

    private static void AddCount(ArrayBufferWriter<byte> parts, int count) => parts.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in count)));
}
