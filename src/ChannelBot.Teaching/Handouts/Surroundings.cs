using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Handouts;

/// <summary>Says what a figure counts where nobody has named it: by the words around it, which are the article's.</summary>
internal static class Surroundings
{
    private const int WordsEachSide = 6;

    /// <summary>"…had offered a rise of 4.5% this year and 3% next…".</summary>
    public static string Of(Figure figure, ArticleView article)
    {
        var sentence = article.Sentence(figure.Sentence);
        var (start, end) = (figure.Start - sentence.Start, figure.End - sentence.Start);
        for (var words = 0; words < WordsEachSide; words++)
        {
            start = start > 1 ? sentence.Text.LastIndexOf(' ', start - 2) + 1 : 0;
            end = end < sentence.Text.Length - 1 && sentence.Text.IndexOf(' ', end + 1) is > 0 and var next ? next : sentence.Text.Length;
        }

        return $"“{(start > 0 ? "…" : "")}{sentence.Text[start..end]}{(end < sentence.Text.Length ? "…" : "")}”";
    }
}

/// <summary>Names paragraphs.</summary>
internal static class Places
{
    /// <summary>"paragraph 6", "paragraphs 2, 3 and 9".</summary>
    public static string Of(IReadOnlyList<int> paragraphs) => paragraphs.Count switch
    {
        0 => "",
        1 => FormattableString.Invariant($"paragraph {paragraphs[0]}"),
        _ => FormattableString.Invariant($"paragraphs {string.Join(", ", paragraphs.Take(paragraphs.Count - 1))} and {paragraphs[^1]}"),
    };
}
