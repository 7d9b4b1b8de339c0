using System.Globalization;
using System.Text.RegularExpressions;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Tests;

/// <summary>What in an answer stands neither in what it cites, nor in its working, nor in the user's words.</summary>
/// <remarks>Written without the guards, with plain expressions, so that the one may be held against the other.</remarks>
internal sealed partial class GroundedAnswers(KnowledgeFile knowledge)
{
    private readonly string[] _reviewed =
        [.. Locales.SelectMany(locale => ReviewedText.Keys(locale).Select(key => ReviewedText.Of($"{locale}:{key}", knowledge))).OrderByDescending(text => text.Length)];

    private static IEnumerable<string> Locales =>
        typeof(ReviewedText).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("FixedTexts/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>();

    /// <param name="user">All that the user has written in the conversation.</param>
    public IEnumerable<string> Unaccounted(Answer answer, string user) =>
        (answer.Parts is { Count: > 0 } parts ? parts : [answer]).SelectMany(part => OfPart(part, user));

    private IEnumerable<string> OfPart(Answer part, string user)
    {
        if (part.Citations.Count > 3)
        {
            yield return $"{part.Citations.Count} citations";
        }

        foreach (var citation in part.Citations.Where(citation => knowledge.Article.Text[citation.Start..citation.End] != citation.Quote))
        {
            yield return $"[{citation.N}] is not the article's words";
        }

        var text = Marks().Replace(_reviewed.Aggregate(part.Text, (rest, reviewed) => rest.Replace(reviewed, "", StringComparison.Ordinal)), "");
        var cited = string.Join('\n', part.Citations.Select(citation => citation.Quote));
        var quotations = Quotations().Matches(text).Select(match => match.Groups[1].Value.TrimEnd('.', ',')).ToArray();
        foreach (var quotation in quotations.Where(words => !Bare(cited).Contains(Bare(words), StringComparison.Ordinal) && !user.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"quotation: {quotation}";
        }

        var own = Quotations().Replace(text, " “” ");
        foreach (var number in Numbers().Matches(own).Select(match => match.Value).Where(number => !IsKnown(number, part, cited + "\n" + user, Figures(part))))
        {
            yield return $"number: {number}";
        }

        foreach (var name in Names().Matches(own).Select(match => match.Groups[1].Value).Where(name => !IsNamed(name, part, user)))
        {
            yield return $"name: {name}";
        }
    }

    private double[] Figures(Answer part) => [.. knowledge.Figures
        .Where(figure => part.Citations.Any(citation => figure.Start < citation.End && citation.Start < figure.End))
        .Select(figure => figure.Quantity.Value.ToDouble())];

    private static bool IsKnown(string number, Answer part, string words, double[] figures)
    {
        if (Numbers().Matches(words).Any(match => match.Value == number))
        {
            return true;
        }

        var value = double.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture);
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var zeros = point < 0 ? number.Length - number.TrimEnd('0', ',').Length : 0;
        var place = Math.Pow(10, point < 0 ? zeros : point - number.Length + 1);
        // A guess is shown somewhere in a narrow interval.
        if (part.Working.Any(working => working is { Low: { } low, High: { } high } && low <= value && value <= high && high - low < Math.Abs(value) / 4))
        {
            return true;
        }

        return Numbers().Matches(words).Select(match => double.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture))
            .Concat(figures)
            .Concat(part.Working.SelectMany(working => working.Operands.Select(operand => operand.Value).Concat([working.Value, working.Low ?? 0, working.High ?? 0])))
            .Any(known => new[] { 1.0, 1e3, 1e6, 1e9 }.Any(scale => Math.Abs((Math.Abs(known) / scale) - value) <= place + 1e-9));
    }

    private bool IsNamed(string name, Answer part, string user)
    {
        var sentences = part.Citations.SelectMany(citation => knowledge.Sentences.Where(sentence => sentence.Start < citation.End && citation.Start < sentence.End)).ToArray();
        var spans = sentences.Select(sentence => new Span(sentence.Start, sentence.End)).ToArray();
        var speakers = knowledge.Quotes.Where(quote => quote.Spans.Any(span => spans.Any(span.Overlaps))).Select(quote => quote.Speaker)
            .Concat(knowledge.Statements.Where(statement => sentences.Any(sentence => sentence.Id == statement.Sentence)).Select(statement => statement.Speaker))
            .Concat(knowledge.Facts.Where(fact => spans.Any(fact.Evidence.Overlaps)).Select(fact => fact.Speaker)).ToHashSet();
        var known = sentences.Select(sentence => sentence.Text)
            .Concat(knowledge.Entities.Where(entity => speakers.Contains(entity.Id) || entity.Mentions.Any(mention => spans.Any(mention.Overlaps)))
                .SelectMany(entity => entity.Aliases.Append(entity.Name).Append(entity.Role ?? "")))
            .Append(knowledge.Article.Title).Append(user);
        return known.Any(words => words.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private static string Bare(string text) => text.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[[0-9]\]")]
    private static partial Regex Marks();

    [GeneratedRegex("“((?:[^“”]|“[^“”]*”)*)”")]
    private static partial Regex Quotations();

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")]
    private static partial Regex Numbers();

    /// <summary>A capitalised word inside a sentence.</summary>
    [GeneratedRegex(@"(?<=[a-z0-9,] )(?!I\b)([A-Z][\w’'-]*\w)")]
    private static partial Regex Names();
}
