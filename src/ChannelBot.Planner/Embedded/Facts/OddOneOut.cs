using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Answers "which of these is not one of them: A, B or C?" with the one that a sentence lacks which has all the others.</summary>
internal static class OddOneOut
{
    private const int FewestNames = 3;

    /// <summary>Null where that is not asked, or no sentence of those found has all names but one.</summary>
    public static Draft? Of(QuestionReading reading, Found found)
    {
        if (!reading.Negated || reading.Kind is not (AskKind.What or AskKind.Who or AskKind.Where or AskKind.Choice))
        {
            return null;
        }

        // The names may stand before the request: "A, B, C: which one isn't?"
        var text = QuestionText.Clean(reading.Question.Original);
        var names = Listed(text, Tokenizer.Tokenize(text));
        if (names.Count < FewestNames)
        {
            return null;
        }

        foreach (var sentence in found.Hits.Select(hit => hit.Passage.Sentence).Distinct())
        {
            var lacking = names.Where(name => !sentence.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (lacking is [var odd])
            {
                return new Draft(Outcome.Answered, $"The article does not name {odd} with them: {Quotation.Of(sentence.Text)} [1]", [sentence.Span], [sentence.Id], []);
            }
        }

        return null;
    }

    /// <summary>Names in a row, parted by commas, "and" or "or".</summary>
    private static List<string> Listed(string text, Token[] tokens)
    {
        var names = new List<string>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!IsName(tokens[at]))
            {
                continue;
            }

            var from = at;
            while (at + 1 < tokens.Length && IsName(tokens[at + 1]))
            {
                at++;
            }

            var isParted = at + 1 < tokens.Length && tokens[at + 1].Lower is "," or "or" or "and";
            var isBehind = from > 0 && tokens[from - 1].Lower is "," or "or" or "and";
            if (isParted || isBehind)
            {
                names.Add(text[tokens[from].Start..tokens[at].End]);
            }
        }

        return names;
    }

    private static bool IsName(in Token token) => token is { IsWord: true, IsCapitalised: true, IsStopWord: false } && !Interrogative.IsWh(token.Lower) && !char.IsDigit(token.Lower[0]);
}
