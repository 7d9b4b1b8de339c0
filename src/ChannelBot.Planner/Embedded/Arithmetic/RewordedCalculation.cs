using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Answers a request for a calculation that the curation has in plainer words.</summary>
internal sealed class RewordedCalculation(ArticleIndex index, IAnswerer calculation) : IAnswerer
{
    /// <summary>From which likelihood on a request is taken for the plain one.</summary>
    private const float Sure = 0.6f;

    /// <summary>Other calculations have many of the same words, so the two have to be this like.</summary>
    private const float Like = 0.6f;

    public Step? Propose(Question question) =>
        index.Expected(question.Tokens, [], 1) is [{ Likelihood: >= Sure, Likeness: >= Like, Meaning: Reworded { Rewording.Question: var plain } } match]
        && question.Numbers.All(number => HasNumber(match.Ask, number))
            ? calculation.Propose(question with { Text = plain, Tokens = Tokenizer.Tokenize(plain), Numbers = QuantityScanner.Scan(plain) })
            : null;

    /// <summary>A number of the user's own makes it another calculation.</summary>
    private static bool HasNumber(string ask, NumberMention number) =>
        QuantityScanner.Scan(ask).Any(other => other.Quantity.Value == number.Quantity.Value);
}
