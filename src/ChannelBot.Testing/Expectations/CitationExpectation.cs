using System.Globalization;
using System.Text.RegularExpressions;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>What the reply cites: a sentence, a paragraph, a figure of the article, or verbatim words.</summary>
/// <param name="Source">"p6.s1", "p6", the id of a figure, or where <paramref name="IsQuote"/> the words.</param>
public sealed partial record CitationExpectation(string Text, ScriptPlace? Place, string Source, bool IsQuote) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("cites", "expect cites p6.s1", "A citation of that sentence (p6.s1), of that paragraph (p6), of a sentence with these words (\"…\"), or a figure of the article by its id (figure letters-in-march).", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        var cited = Observed.Citations(turn);
        var figures = Observed.Working(turn).SelectMany(working => working.Operands).Select(operand => operand.Figure).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var isMet = IsQuote ? cited.Any(citation => citation.Words.Contains(Source, StringComparison.OrdinalIgnoreCase))
            : SentenceOrParagraph().IsMatch(Source) ? cited.Any(IsSource)
            : figures.Any(figure => FigureName.IsSame(figure, Source));
        if (!isMet)
        {
            string[] seen = [.. cited.Select(citation => citation.ToString()), .. figures.Select(figure => $"figure {FigureName.Of(figure)}")];
            yield return Unmet($"a citation of {(IsQuote ? $"“{Source}”" : Source)}", seen.Length is 0 ? "no citation" : string.Join("; ", seen));
        }
    }

    private bool IsSource(Cited citation) =>
        string.Equals(citation.Sentence, Source, StringComparison.OrdinalIgnoreCase)
        || string.Equals(string.Create(CultureInfo.InvariantCulture, $"p{citation.Paragraph}"), Source, StringComparison.OrdinalIgnoreCase);

    private static CitationExpectation Read(ExpectationCursor cursor)
    {
        if (cursor.IsAtQuote)
        {
            return new CitationExpectation(cursor.Text, cursor.Place, cursor.Quoted(), IsQuote: true);
        }

        if (cursor.Take("figure"))
        {
            return new CitationExpectation(cursor.Text, cursor.Place, cursor.Rest("the id of a figure"), IsQuote: false);
        }

        var before = cursor.Text.Length;
        var source = cursor.Rest("a sentence (p6.s1), a paragraph (p6), \"words\" or figure ID");
        return SentenceOrParagraph().IsMatch(source)
            ? new CitationExpectation(cursor.Text, cursor.Place, source, IsQuote: false)
            : throw cursor.Wrong("a sentence (p6.s1), a paragraph (p6), \"words\" or figure ID", before - source.Length);
    }

    [GeneratedRegex(@"^p\d{1,6}(\.s\d{1,6})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SentenceOrParagraph();
}

/// <summary>Ids of figures are long in the knowledge file ("f:letters-in-march"), short in a script.</summary>
internal static class FigureName
{
    public static string Of(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static bool IsSame(string id, string name) =>
        string.Equals(id, name, StringComparison.OrdinalIgnoreCase) || string.Equals(Of(id), name, StringComparison.OrdinalIgnoreCase);
}
