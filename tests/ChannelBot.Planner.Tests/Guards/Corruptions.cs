using System.Text.RegularExpressions;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Tests.Guards;

/// <summary>Ways in which an answer goes wrong; each gives null where the answer has nothing to corrupt in that way.</summary>
internal sealed partial class Corruptions(KnowledgeFile knowledge, Random random)
{
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "digit changed", "bound dropped", "quote word changed", "quote word dropped", "negation added", "negation removed", "speaker swapped", "name swapped",
        "citation shifted", "citation moved", "mark changed", "mark removed", "evidence removed", "hedge dropped", "user's number not called so", "clause added", "sentence added",
    ];

    public Answer? Corrupt(string kind, Answer answer) => kind switch
    {
        "digit changed" => Changed(answer, Digit(answer.Text)),
        "bound dropped" => Changed(answer, Replace(answer.Text, BoundWords(), "")),
        "quote word changed" => Changed(answer, QuoteWord(answer.Text, drop: false)),
        "quote word dropped" => Changed(answer, QuoteWord(answer.Text, drop: true)),
        "negation added" => Changed(answer, Replace(answer.Text, Auxiliary(), "$0 not")),
        "negation removed" => Changed(answer, Replace(answer.Text, Negation(), match => match.StartsWith("can", StringComparison.Ordinal) ? "can" : match == "Nobody" ? "Everybody" : "")),
        "speaker swapped" => Changed(answer, Speaker(answer.Text)),
        "name swapped" => Changed(answer, Name(answer)),
        "citation shifted" => Shifted(answer),
        "citation moved" => Moved(answer),
        "mark changed" => Changed(answer, answer.Text.Replace("[1]", "[3]", StringComparison.Ordinal)),
        "mark removed" => Changed(answer, answer.Text.Replace(" [1]", "", StringComparison.Ordinal)),
        "evidence removed" => answer.Citations.Count == 0 ? null : answer with { Text = Marks().Replace(answer.Text, ""), Citations = [] },
        "hedge dropped" => Changed(answer, Replace(answer.Text, HedgeWords(), match => match.EndsWith("have", StringComparison.Ordinal) ? "have" : match.StartsWith("pre", StringComparison.Ordinal) ? "who are" : "is going to")),
        "user's number not called so" => Changed(answer, answer.Text.Replace("Your ", "The ", StringComparison.Ordinal)),
        "clause added" => Changed(answer, answer.Citations.Count == 0 ? null : Replace(answer.Text, FirstMark(), ClausesAdded[random.Next(ClausesAdded.Length)] + "$0")),
        _ => Changed(answer, answer.Text + " " + Added[random.Next(Added.Length)]),
    };

    private static readonly string[] Added =
    [
        "Hundreds of people demanded that the minister resign.", "Experts call it a failure.", "This was the third accident in 5 years.",
        "The cost has doubled since then.", "Nobody was ever arrested.",
    ];

    private static readonly string[] ClausesAdded =
    [
        ", and somebody has resigned", ", which was a lie", ", because nobody listened", " and was arrested", ", as the experts had predicted",
    ];

    private static Answer? Changed(Answer answer, string? text) => text is null || text == answer.Text ? null : answer with { Text = text };

    private string? Digit(string text)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]) && !(i > 0 && text[i - 1] == '[')).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var at = places[random.Next(places.Length)];
        return $"{text[..at]}{(char)('0' + ((text[at] - '0' + 1 + random.Next(9)) % 10))}{text[(at + 1)..]}";
    }

    private string? QuoteWord(string text, bool drop)
    {
        var open = text.IndexOf('“', StringComparison.Ordinal);
        var close = text.IndexOf('”', StringComparison.Ordinal);
        if (open < 0 || close < open + 10)
        {
            return null;
        }

        var words = text[(open + 1)..close].Split(' ');
        if (words.Length < 4)
        {
            return null;
        }

        var at = 1 + random.Next(words.Length - 2);
        if (drop)
        {
            words = [.. words[..at], .. words[(at + 1)..]];
        }
        else
        {
            words[at] = "harbour" == words[at] ? "boats" : "harbour";
        }

        return $"{text[..(open + 1)]}{string.Join(' ', words)}{text[close..]}";
    }

    private string? Speaker(string text)
    {
        var speakers = knowledge.Quotes.Select(quote => quote.Speaker).OfType<string>().Distinct().Select(id => knowledge.Entities.Single(entity => entity.Id == id)).ToArray();
        var said = speakers.FirstOrDefault(speaker => Regex.IsMatch(text, $"(^|According to |said ){Regex.Escape(speaker.Name)}( said|,| \\[)", RegexOptions.IgnoreCase));
        var others = speakers.Where(speaker => speaker != said).ToArray();
        return said is null || others.Length == 0 ? null : text.Replace(said.Name, others[random.Next(others.Length)].Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Another name of the article that the cited sentences do not have.</summary>
    private string? Name(Answer answer)
    {
        var named = knowledge.Entities.Where(entity => char.IsUpper(entity.Name[0]) && answer.Text.Contains(entity.Name, StringComparison.Ordinal)).ToArray();
        var absent = knowledge.Entities.Where(entity =>
            char.IsUpper(entity.Name[0]) && answer.Citations.All(citation => !entity.Aliases.Append(entity.Name).Any(name => citation.Quote.Contains(name, StringComparison.OrdinalIgnoreCase)))
            && !knowledge.Quotes.Any(quote => quote.Speaker == entity.Id && answer.Citations.Any(citation => quote.Sentences.Contains(citation.Sentence)))).ToArray();
        return named.Length == 0 || absent.Length == 0
            ? null
            : answer.Text.Replace(named[random.Next(named.Length)].Name, absent[random.Next(absent.Length)].Name, StringComparison.Ordinal);
    }

    private Answer? Shifted(Answer answer)
    {
        var by = 1 + random.Next(40);
        return answer.Citations.Count == 0 ? null : answer with { Citations = [.. answer.Citations.Select(citation => citation with { Start = citation.Start + by, End = citation.End + by })] };
    }

    /// <summary>The mark now points to another sentence, whose words the citation has right.</summary>
    private Answer? Moved(Answer answer)
    {
        if (answer.Citations.Count == 0)
        {
            return null;
        }

        var others = knowledge.Sentences.Where(sentence => answer.Citations.All(citation => citation.Sentence != sentence.Id)).ToArray();
        return answer with { Citations = [AnswerGuardsTests.Cite(knowledge, others[random.Next(others.Length)], 1), .. answer.Citations.Skip(1)] };
    }

    private static string? Replace(string text, Regex what, string with) => what.IsMatch(text) ? what.Replace(text, with, 1) : null;

    private static string? Replace(string text, Regex what, Func<string, string> with) => what.IsMatch(text) ? what.Replace(text, match => with(match.Value.Trim()), 1) : null;

    [GeneratedRegex(@" ?\[[0-9]\]")]
    private static partial Regex Marks();

    [GeneratedRegex(@" ?\[1\]")]
    private static partial Regex FirstMark();

    [GeneratedRegex("(at least|more than|nearly|about|fewer than|less than) (?=[£$€]?[0-9]|a (third|half|quarter)|(one|two|three|four|five|six|ten|twelve|twenty|half|hundreds)[ -])", RegexOptions.IgnoreCase)]
    private static partial Regex BoundWords();

    [GeneratedRegex(@"\b(is|are|was|were|has|have|will|should|would)\b(?! (not|to)\b)")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"(cannot|\bnot |Nobody)")]
    private static partial Regex Negation();

    [GeneratedRegex("(believed to have|presumed to be|is expected to)")]
    private static partial Regex HedgeWords();
}
