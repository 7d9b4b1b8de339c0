using System.Text.RegularExpressions;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Writes the verb of "what's", "whos" and "who'll" as a word of its own, so that a question is read the same way however it is written.</summary>
internal static partial class Contractions
{
    public static Question Expand(Question question)
    {
        if (!Contracted().IsMatch(question.Text))
        {
            return question;
        }

        var text = Contracted().Replace(question.Text, static match => $"{match.Groups[1].Value}{match.Groups[2].Value}{match.Groups[3].Value} {Verb(match.Groups["verb"].Value)}");
        return question with { Text = text, Tokens = Tokenizer.Tokenize(text), Numbers = QuantityScanner.Scan(text) };
    }

    private static string Verb(string ending) => ending.ToLowerInvariant() switch
    {
        "ll" => "will",
        "d" => "did",
        "re" => "are",
        "ve" => "have",
        _ => "is",
    };

    [GeneratedRegex(@"\b(?:(what|who|where|when|how|why)(?:['’]?(?<verb>s)|['’](?<verb>ll|d|re|ve))|(it|he|she|that|there)['’](?<verb>s)|(they|we)['’](?<verb>re))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contracted();
}
