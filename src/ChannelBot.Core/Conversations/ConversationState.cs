using ChannelBot.Core.Answers;

namespace ChannelBot.Core.Conversations;

/// <summary>One question and its answer, as later turns may refer to it.</summary>
/// <param name="Topic">Ids of the statements, figures, quotes and sentences the answer stood on, most important first.</param>
public sealed record PastTurn(string Question, Answer Answer, IReadOnlyList<string> Topic);

/// <summary>What a conversation remembers. A turn maps one state to the next; nothing else changes it.</summary>
public sealed record ConversationState(IReadOnlyList<PastTurn> Turns)
{
    /// <summary>How many turns a follow-up may look back.</summary>
    public const int Remembered = 8;

    public static ConversationState Empty { get; } = new([]);

    /// <summary>Whether the bot has introduced itself.</summary>
    public bool IsGreeted { get; init; }

    /// <summary>What the bot has asked and waits for, such as "forget" for a confirmation; null where it waits for nothing.</summary>
    public string? Pending { get; init; }

    public ConversationState With(PastTurn turn) =>
        this with { Turns = [.. Turns.Skip(Math.Max(0, Turns.Count - Remembered + 1)), turn] };
}
