using System.Collections.Frozen;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Facts;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Reads a question that the curation has as several plain ones: "what happened on Tuesday" as one question for each thing that did.</summary>
internal sealed class SeveralQuestions(ArticleIndex index, MessageReader messages)
{
    /// <summary>From which likelihood on a question is taken for one that the curation has, and how much the two have to have in common.</summary>
    private const float Sure = 0.6f;
    private const float Like = 0.6f;

    private static readonly FrozenSet<string> s_differences = ["apart", "difference", "gap", "points", "more", "fewer", "less"];

    /// <summary>The message with the plain questions in place of what it asks; the message itself where the curation does not have it as several.</summary>
    public Message Read(Message message, ConversationState conversation) =>
        message.Asks is [{ Among: <= 1 } ask] && index.Expected(ask.Tokens, [], 1) is [{ Likelihood: >= Sure, Likeness: >= Like, Meaning: Reworded { Rewording: var rewording } } match]
        && IsSeveral(match.Meaning) && !AsksForOne(ask, match.Ask) && NamesNoOther(ask, $"{match.Ask} {rewording.Question}")
            ? messages.Read(rewording.Question, conversation) with { Whole = message.Whole } : message;

    /// <summary>Whether several plain questions stand for it. One that was not taken for them asks something else.</summary>
    public static bool IsSeveral(Expectation meaning) => meaning is Reworded { Rewording.Question: var plain } && plain.Count(sign => sign is '?') > 1;

    /// <summary>"How far apart are the shares before and after": a difference is one thing, whatever it is between.</summary>
    private static bool AsksForOne(Question ask, string expected) =>
        Array.Exists(ask.Tokens, token => s_differences.Contains(token.Lower) && !expected.Contains(token.Lower, StringComparison.OrdinalIgnoreCase));

    /// <summary>No name or day stands in the question that is not expected in it: "what happened on Thursday" is another.</summary>
    private bool NamesNoOther(Question ask, string expected)
    {
        var known = index.Terms(Tokenizer.Tokenize(expected), QuantityScanner.Scan(expected)).Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        return index.Terms(ask.Tokens, ask.Numbers).All(term => known.Contains(term.Key) || !NearMissCheck.IsOneOfAKind(term, ask.Tokens));
    }
}
