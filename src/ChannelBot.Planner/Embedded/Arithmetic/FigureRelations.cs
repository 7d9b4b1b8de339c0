using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>How a figure stands to the others of its article, and to time.</summary>
internal sealed class FigureRelations(KnowledgeFile knowledge, Figure figure)
{
    private static readonly string[] s_totals = ["total", "in all", "altogether", "overall", "in total"];

    /// <summary>"Share" in "$1.24 a share", "year" in "£45m a year"; null for an amount by itself.</summary>
    public string? Each()
    {
        if (figure.Form is not (NumberForm.Money or NumberForm.Count or NumberForm.Measure))
        {
            return null;
        }

        var tokens = Tokenizer.Tokenize(knowledge.Article.Text.AsSpan(figure.End, Math.Min(24, knowledge.Article.Text.Length - figure.End)).ToString());
        return tokens is [{ Lower: "a" or "an" or "per" or "each" }, { IsWord: true } unit, ..] && IsUnit(unit.Lower) ? unit.Lower : null;
    }

    public bool IsTotal() =>
        knowledge.Figures.Any(other => other.PartOf == figure.Id)
        || Array.Exists(s_totals, word => $" {figure.Name} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase));

    public Figure? Rival()
    {
        var at = 0;
        while (at < knowledge.Figures.Count && knowledge.Figures[at].Start <= figure.Start)
        {
            at++;
        }

        // Figures stand in the order of the text; the next one that counts the same kind of thing is set against this one by the words between.
        for (; at < knowledge.Figures.Count && knowledge.Figures[at] is var other && other.Sentence == figure.Sentence; at++)
        {
            if (other.Form == figure.Form && IsLike(other.Quantity.Unit, figure.Quantity.Unit) && new FigureRelations(knowledge, other).Each() == Each() && other.PartOf is null && figure.Quantity.Bound is Bound.Exact or Bound.Rounded)
            {
                if (IsAside(other.Start))
                {
                    return null;
                }

                var between = Tokenizer.Tokenize(knowledge.Article.Text[figure.End..other.Start]);
                return between.Any(token => (WordClasses.Of(token.Lower) & (WordClass.Compared | WordClass.Beat)) != 0 || token.Lower is "from" or "against") ? other : null;
            }
        }

        return null;
    }

    /// <summary>"The fee, which could rise to £48m, beats …": what beats is the fee.</summary>
    private bool IsAside(int until)
    {
        var text = knowledge.Article.Text;
        var sentence = knowledge.Sentences.First(candidate => candidate.Id == figure.Sentence).Start;
        var comma = sentence + text.AsSpan(sentence, figure.Start - sentence).LastIndexOf(',');
        return comma >= sentence && text.AsSpan(comma, Math.Min(8, figure.Start - comma)).StartsWith(", which", StringComparison.Ordinal) && text.AsSpan(figure.End, until - figure.End).Contains(',');
    }

    private static bool IsLike(Unit unit, Unit other) =>
        unit.Dimension == other.Dimension || (unit.Dimension is Dimension.Count or Dimension.None && other.Dimension is Dimension.Count or Dimension.None);

    public static bool IsOfSpan(string? period) =>
        period is not null && Tokenizer.Tokenize(period).Any(token => (WordClasses.Of(token.Lower) & (WordClass.Year | WordClass.Month | WordClass.After)) != 0);

    /// <summary>"From 15 to 23", "23, up from 15": the value that the other one took the place of.</summary>
    public bool IsFormer() =>
        EndsOn(0, figure.Start, " from")
        && knowledge.Figures.Any(other => other.Sentence == figure.Sentence && IsLike(other.Quantity.Unit, figure.Quantity.Unit)
            && (other.Start > figure.End ? EndsOn(figure.End, other.Start, "to") : EndsOn(0, other.Start, " to") || EndsOn(0, figure.Start, " up from") || EndsOn(0, figure.Start, " down from")));

    private bool EndsOn(int from, int to, string words) =>
        knowledge.Article.Text.AsSpan(from, to - from).TrimEnd().EndsWith(words, StringComparison.Ordinal);

    public static Side SideOf(string? period)
    {
        if (period is null)
        {
            return Side.None;
        }

        var space = period.IndexOfAny([' ', '-']);
        var first = WordClasses.Of((space < 0 ? period : period[..space]).ToLowerInvariant());
        return (first & WordClass.After) != 0 ? Side.After : (first & WordClass.Before) != 0 ? Side.Before : Side.None;
    }

    /// <summary>In "the rest of the £5m": the figure before it that the rest is beside; null where the figure stands otherwise.</summary>
    public Figure? RestBeside()
    {
        var before = Tokenizer.Tokenize(knowledge.Article.Text.AsSpan(Math.Max(0, figure.Start - 30), Math.Min(30, figure.Start)).ToString());
        return before is [.., { Lower: "rest" or "remainder" or "balance" }, { Lower: "of" }, { Lower: "the" or "its" or "their" or "that" }]
            ? knowledge.Figures.LastOrDefault(other => other.Start < figure.Start && other.Form == figure.Form && other.Quantity.Unit == figure.Quantity.Unit && other.Quantity.Value < figure.Quantity.Value)
            : null;
    }

    private static bool IsUnit(string word) =>
        word is "share" or "head" or "person" or "household" or "barrel" or "tonne" or "night" or "ticket"
        || (WordClasses.Of(word) & (WordClass.Date)) != 0;
}
