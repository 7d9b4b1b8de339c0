using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Guards;

/// <summary>What an answer may rest on beside the article.</summary>
/// <param name="UserText">The user's message, and those before it that it may lean on.</param>
/// <param name="FixedTexts">For the answer, or for each of its parts in order, the key of the reviewed text that it begins with; null for none.</param>
/// <param name="Reasons">Sentences in which the calculator says why there is no result; they are its own.</param>
/// <param name="Recorded">What the calculator has recorded in this conversation; null where that is not known and any working is taken.</param>
internal sealed record Grounds(string UserText, IReadOnlyList<string?> FixedTexts, IReadOnlyList<Working>? Recorded = null, params IReadOnlyList<string> Reasons)
{
    /// <summary>Those of an answer that was made with what the functions of this turn have returned.</summary>
    public static Grounds Of(string userText, IReadOnlyList<string?> fixedTexts, TurnLedger ledger, ConversationState conversation) => new(
        userText,
        fixedTexts,
        [.. ledger.Calculations.Select(calculation => calculation.Working), .. conversation.Turns.SelectMany(past => past.Answer.AllWorking())],
        [.. ledger.Returned.OfType<UndefinedCalculationException>().Select(undefined => undefined.Message)]);

    public string? FixedText(int part) => part < FixedTexts.Count ? FixedTexts[part] : null;
}
