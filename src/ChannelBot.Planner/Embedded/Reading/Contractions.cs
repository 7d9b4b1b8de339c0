using System.Text.RegularExpressions;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Writes the "is" of "what's" and "whos" as a word of its own, so that a question is read the same way however it is written.</summary>
internal static partial class Contractions
{
    public static Question Expand(Question question)
    {
        if (!Contracted().IsMatch(question.Text))
        {
            return question;
        }

        var text = Contracted().Replace(question.Text, "$1 is");
        return question with { Text = text, Tokens = Tokenizer.Tokenize(text), Numbers = QuantityScanner.Scan(text) };
    }

    [GeneratedRegex(@"\b(what|who|where|when|how|why)['’]?s\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contracted();
}
