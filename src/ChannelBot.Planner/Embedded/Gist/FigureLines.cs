using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>The numbers of an article as lines.</summary>
internal static class FigureLines
{
    private const double Many = 30;

    /// <summary>A figure that a person named is a line by itself; of the others, a sentence that holds some.</summary>
    public static List<GistLine> Of(Story story)
    {
        var lines = new List<GistLine>();
        foreach (var sentence in story.Sentences.Where(sentence => !sentence.IsHeadline))
        {
            var named = sentence.Figures.Where(IsNamed).ToArray();
            lines.AddRange(named.Select(figure => new GistLine(
                figure.Id, $"{Capitalised(figure.Name)}: {QuantityText.Brief(figure.Quantity)}", [sentence.Span], sentence.Sentence.Id, Worth(figure), lines.Count)));
            if (named.Length == 0 && sentence.Figures.Count > 0)
            {
                lines.Add(new GistLine(sentence.Sentence.Id, sentence.Text, [sentence.Span], sentence.Sentence.Id, Worth(sentence), lines.Count));
            }
        }

        return lines;
    }

    public static bool IsNamed(Figure figure) => figure.Id.StartsWith("f:", StringComparison.Ordinal);

    /// <summary>A share, an amount of money, or a number that nobody counts on their fingers.</summary>
    public static bool IsLarge(Figure figure) => figure.Form is not NumberForm.Count || figure.Quantity.Value.ToDouble() >= Many;

    public static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Large numbers and shares before a body, a day, a nation.</summary>
    private static float Worth(Figure figure) =>
        figure.Form is not NumberForm.Count ? 1.5f : 1 + (0.3f * MathF.Log10(1 + MathF.Abs((float)figure.Quantity.Value.ToDouble())));

    private static float Worth(StorySentence sentence) =>
        (sentence.Figures.Sum(Worth) / (1 + (0.04f * sentence.Words))) + (0.5f * sentence.Centrality) + (sentence.At == 0 ? 0.5f : 0) - (sentence.PointsBack ? 1 : 0);
}
