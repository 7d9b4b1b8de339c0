using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Asks for an order: figures by size, sentences as the article has them.</summary>
internal static class OrderQuestions
{
    private const int WordsEachSide = 6;
    private const int LongestLine = 110;

    public static IEnumerable<QuizDraft> PutInOrder(Workshop workshop)
    {
        var most = Items(workshop.Level);
        foreach (var alike in workshop.Material.Figures.GroupBy(figure => figure.Quantity.Unit))
        {
            var apart = Apart(alike);
            if (apart.Count >= most)
            {
                yield return new QuizDraft(QuizKind.PutInOrder, [$"size@{alike.Key.Dimension}.{alike.Key.Name}"], choice => BySize(workshop, alike.Key, apart, choice));
            }
        }

        var lines = workshop.Material.Told.DistinctBy(sentence => sentence.Paragraph).ToArray();
        for (var group = 0; group < lines.Length / most; group++)
        {
            var own = lines.Where((_, i) => i % (lines.Length / most) == group).ToArray();
            yield return new QuizDraft(QuizKind.PutInOrder, [$"order@{group + 1}"], choice => AsTold(workshop, $"order@{group + 1}", own, choice));
        }
    }

    /// <summary>How many there are to put in order.</summary>
    private static int Items(QuizLevel level) => level switch { QuizLevel.Easy => 3, QuizLevel.Medium => 4, _ => 5 };

    /// <summary>Figures of which each is certainly more or less than every other, smallest first.</summary>
    private static List<Figure> Apart(IEnumerable<Figure> figures)
    {
        var apart = new List<Figure>();
        foreach (var figure in figures.OrderBy(figure => figure.Quantity.Value))
        {
            if (apart.TrueForAll(other => QuantityArithmetic.Compare(other.Quantity, figure.Quantity) is Comparison.Less))
            {
                apart.Add(figure);
            }
        }

        return apart;
    }

    private static QuizQuestion BySize(Workshop workshop, Unit unit, List<Figure> apart, SeededChoice choice)
    {
        var chosen = choice.Shuffled(apart).Take(Items(workshop.Level)).OrderBy(apart.IndexOf).ToList();
        var shown = choice.Shuffled(chosen);
        var options = shown.Select(figure => new QuizOption(Shown(figure, workshop), figure.Id, figure.Quantity)).ToArray();
        var order = chosen.Select(figure => $"{QuantityText.Brief(figure.Quantity)} (paragraph {workshop.Article.Sentence(figure.Sentence).Paragraph})");
        return new QuizQuestion(
            0, QuizKind.PutInOrder, workshop.Level, [$"size@{unit.Dimension}.{unit.Name}"], "Find these figures in the article, and put them in order, smallest first.", null, null,
            options, new QuizKey([.. chosen.Select(item => shown.IndexOf(item))], null, string.Join(", ", order), "By the figures as the article gives them.", [], workshop.Article.Cite(chosen.Select(figure => figure.Sentence))));
    }

    /// <summary>A name that people gave it; else its place in the article.</summary>
    private static string Shown(Figure figure, Workshop workshop) =>
        workshop.Article.IsCurated && !figure.Name.Any(char.IsDigit) ? figure.Name : Gaps.Around(figure, workshop.Article, WordsEachSide);

    private static QuizQuestion AsTold(Workshop workshop, string subject, Sentence[] lines, SeededChoice choice)
    {
        var chosen = choice.Shuffled(lines).Take(Items(workshop.Level)).OrderBy(line => line.Start).ToList();
        var shown = choice.Shuffled(chosen);
        var order = chosen.Select(line => $"paragraph {line.Paragraph}");
        return new QuizQuestion(
            0, QuizKind.PutInOrder, workshop.Level, [subject], "Put these sentences in the order in which the article has them.", null, null,
            [.. shown.Select(line => new QuizOption($"“{Beginning(line.Text)}”", line.Id))],
            new QuizKey([.. chosen.Select(item => shown.IndexOf(item))], null, string.Join(", ", order), "As they stand in the article.", [], workshop.Article.Cite(chosen.Select(line => line.Id))));
    }

    private static string Beginning(string text) =>
        text.Length <= LongestLine ? text : text[..text.LastIndexOf(' ', LongestLine)].TrimEnd(',', ';', ':', '—', '–') + " …";
}
