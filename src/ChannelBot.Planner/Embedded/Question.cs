using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded;

/// <summary>One request of a message, read as far as its words go.</summary>
/// <param name="Original">As typed.</param>
/// <param name="Text">Cleaned by <see cref="QuestionText"/>, misspelt words put right; the tokens and numbers are of this text.</param>
/// <param name="Numbers">Numbers of the request, in order.</param>
/// <param name="Conversation">What was asked and answered before.</param>
internal sealed record Question(
    string Original,
    string Text,
    Token[] Tokens,
    IReadOnlyList<NumberMention> Numbers,
    KnowledgeFile Knowledge,
    ConversationState Conversation)
{
    private Question? _read;
    private QuestionReading? _reading;

    /// <summary>How many requests its message has: they share the room of one answer.</summary>
    public int Among { get; init; } = 1;

    /// <summary>What it asks of the article, made at first need: several answerers want it. A question made of this one is read anew.</summary>
    public QuestionReading ReadBy(Func<Question, QuestionReading> read)
    {
        if (!ReferenceEquals(_read, this))
        {
            _reading = read(this);
            _read = this;
        }

        return _reading!;
    }

    /// <summary>It is a claim that the asker has from somebody, and wants checked.</summary>
    public bool IsReported { get; init; }
}
