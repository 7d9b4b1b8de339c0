using System.Text;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Shows sentences of the article with gaps for their numbers, so that a reader must look them up.</summary>
internal static class Gaps
{
    public const string Asked = "____";

    private const string Other = "[…]";

    /// <summary>The sentence with each figure's gap as named, and all its other numbers left out.</summary>
    public static string In(Sentence sentence, ArticleView article, params IReadOnlyList<(Figure Figure, string Gap)> gaps)
    {
        var text = new StringBuilder("“");
        var at = 0;
        foreach (var mention in QuantityScanner.Scan(sentence.Text))
        {
            if (mention.Form is NumberForm.Label or NumberForm.Year or NumberForm.Date or NumberForm.Clock or NumberForm.Ordinal)
            {
                continue;
            }

            var gap = gaps.FirstOrDefault(gap => article.NumberOf(gap.Figure)?.Start == mention.Start).Gap ?? Other;
            text.Append(sentence.Text, at, mention.Start - at).Append(gap);
            at = mention.NumberEnd;
        }

        return text.Append(sentence.Text, at, sentence.Text.Length - at).Append('”').ToString();
    }

    /// <summary>A few words on either side of one figure's gap, for a list of several.</summary>
    public static string Around(Figure figure, ArticleView article, int wordsEachSide)
    {
        var whole = In(article.Sentence(figure.Sentence), article, (figure, Asked))[1..^1];
        var at = whole.IndexOf(Asked, StringComparison.Ordinal);
        var (start, end) = (at, at + Asked.Length);
        for (var words = 0; words < wordsEachSide; words++)
        {
            start = start > 1 ? whole.LastIndexOf(' ', start - 2) + 1 : 0;
            end = end < whole.Length - 1 && whole.IndexOf(' ', end + 1) is > 0 and var next ? next : whole.Length;
        }

        return $"“{(start > 0 ? "…" : "")}{whole[start..end].Trim()}{(end < whole.Length ? "…" : "")}”";
    }
}
