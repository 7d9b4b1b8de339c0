using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Plugins;

/// <summary>The calculations of a conversation that an operand may refer to: "earlier:1" is the first of the last answer that had any, and after
/// those come the ones of the answer with calculations before it, so that "those two results" can be set against each other.</summary>
internal static class EarlierWorkings
{
    /// <summary>All of them, in the order in which they are numbered.</summary>
    public static IReadOnlyList<Working> All(ConversationState conversation) => Of(conversation) is var (last, before) && before.Count > 0 ? [.. last, .. before] : last;

    /// <summary>Those of the last answer that calculated, and of the one before it; empty where there is none.</summary>
    public static (IReadOnlyList<Working> Last, IReadOnlyList<Working> Before) Of(ConversationState conversation)
    {
        var last = Turn(conversation, conversation.Turns.Count - 1);
        var before = Turn(conversation, last - 1);
        return (Workings(conversation, last), Workings(conversation, before));
    }

    /// <summary>The calculation of a number, counted from 1, the turn that made it, and whether that is the older of the two.</summary>
    public static (Working Working, PastTurn Turn, bool IsOlder) At(ConversationState conversation, int number)
    {
        var turn = Turn(conversation, conversation.Turns.Count - 1);
        var workings = Workings(conversation, turn);
        if (number <= workings.Count)
        {
            return (workings[number - 1], conversation.Turns[turn], false);
        }

        var older = Turn(conversation, turn - 1);
        return (Workings(conversation, older)[number - workings.Count - 1], conversation.Turns[older], true);
    }

    private static int Turn(ConversationState conversation, int from)
    {
        while (from >= 0 && conversation.Turns[from].Answer.AllWorking().Count == 0)
        {
            from--;
        }

        return from;
    }

    private static IReadOnlyList<Working> Workings(ConversationState conversation, int turn) => turn < 0 ? [] : conversation.Turns[turn].Answer.AllWorking();
}
