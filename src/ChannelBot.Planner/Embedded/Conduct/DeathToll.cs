using System.Runtime.CompilerServices;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>The article's largest number of dead, to show what a danger costs; null where it has none.</summary>
internal sealed class DeathToll
{
    /// <summary>The words of death stand in the same part of the sentence as the number.</summary>
    private const int Nearby = 90;

    private static readonly Lazy<string[]> Words = new(() =>
        [.. EmbeddedText.RequiredLines("Embedded/Conduct/Words/death.txt").Where(line => line is not ([] or ['#', ..]))]);

    private static readonly ConditionalWeakTable<KnowledgeFile, DeathToll> Known = [];

    private DeathToll(KnowledgeFile knowledge) => Find(knowledge);

    /// <summary>The words to quote.</summary>
    public Span? Place { get; private set; }

    public Span Sentence { get; private set; }

    public string FigureId { get; private set; } = "";

    public static DeathToll Of(KnowledgeFile knowledge) => Known.GetValue(knowledge, static file => new DeathToll(file));

    private void Find(KnowledgeFile knowledge)
    {
        Figure? largest = null;
        foreach (var figure in knowledge.Figures)
        {
            var isCount = figure.Form == NumberForm.Count && figure.Quantity.Unit.Dimension is Dimension.Count or Dimension.None;
            if (isCount && IsOfTheDead(knowledge, figure) && (largest is null || figure.Quantity.Value > largest.Quantity.Value))
            {
                largest = figure;
            }
        }

        if (largest is not null && ViewText.SentenceOf(knowledge, new Span(largest.Start, largest.End)) is { } sentence)
        {
            Sentence = sentence;
            FigureId = largest.Id;
            Place = ViewText.Trim(knowledge.Article.Text, sentence, 30);
        }
    }

    private static bool IsOfTheDead(KnowledgeFile knowledge, Figure figure)
    {
        var sentence = ViewText.SentenceOf(knowledge, new Span(figure.Start, figure.End));
        if (sentence is null)
        {
            return false;
        }

        var end = Math.Min(sentence.Value.End, figure.End + Nearby);
        var around = knowledge.Article.Text.AsSpan(figure.Start, end - figure.Start);
        foreach (var word in Words.Value)
        {
            if (around.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
