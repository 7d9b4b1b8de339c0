using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What a question openly takes for granted: "Since the summit is in Vienna, who hosts it?"</summary>
internal static class PremiseClause
{
    /// <summary>The clause as a claim of its own; null where the question has none.</summary>
    public static Question? Of(Question question)
    {
        var tokens = question.Tokens;
        var first = Interrogative.FirstMeaning(tokens, 0);
        if (first + 3 >= tokens.Length || !(tokens[first].Lower is "since" or "because" || (tokens[first].Lower is "given" or "seeing" && tokens[first + 1].Lower is "that" or "as")))
        {
            return null;
        }

        var from = tokens[first + 1].Lower is "that" or "as" ? first + 2 : first + 1;
        var comma = Array.FindIndex(tokens, from, token => token.Lower is ",");
        if (comma < from + 3 || comma + 2 >= tokens.Length || !Interrogative.IsAsk(tokens.AsSpan(comma + 1), question.Text[tokens[comma].End..]))
        {
            return null;
        }

        var text = question.Text[tokens[from].Start..tokens[comma].Start].Trim();
        return question with { Text = text, Tokens = Tokenizer.Tokenize(text), Numbers = QuantityScanner.Scan(text) };
    }
}
