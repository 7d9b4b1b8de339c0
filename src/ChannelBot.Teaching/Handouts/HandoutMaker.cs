using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Charts;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Handouts;

/// <summary>Makes the hand-out of an article: who is who, what happened when, the figures with their bounds, questions to think about.</summary>
/// <remarks>It invents nothing: names, roles, times and figures are the article's; what is worked out is shown with its working.</remarks>
public sealed class HandoutMaker
{
    private const int MostCharts = 3;
    private const int LongestTime = 8;

    private static readonly NumberForm[] s_countless =
        [NumberForm.Ordinal, NumberForm.Clock, NumberForm.Date, NumberForm.Year, NumberForm.Age, NumberForm.Label];

    private static readonly string[] s_pointers = ["this", "last", "next"];

    private static readonly string[] s_days = ["today", "tomorrow", "yesterday", "tonight", "overnight"];

    private readonly ArticleView _article;
    private readonly KnowledgeFile _knowledge;

    public HandoutMaker(KnowledgeFile knowledge)
    {
        _knowledge = knowledge;
        _article = new ArticleView(knowledge);
    }

    public Handout Make() => new(
        $"Before we read: {_knowledge.Article.Title}",
        Note(),
        Glossary(EntityKind.Person),
        Glossary(EntityKind.Organisation, EntityKind.Group),
        Glossary(EntityKind.Place),
        Timeline(),
        Figures(),
        Calculated(),
        [.. new ChartMaker(_knowledge).Suggested().Take(MostCharts)],
        new ThinkingQuestions(_article).Write(),
        [.. _knowledge.Article.Paragraphs.Select(span => _article.Text[span.Start..span.End])]);

    private string? Note()
    {
        var paragraphs = _knowledge.Sentences.Where(sentence => Deaths.AreIn(sentence.Text)).Select(sentence => sentence.Paragraph).Distinct().Order().ToArray();
        return paragraphs.Length == 0
            ? null
            : $"For the teacher: the article touches on people's deaths ({Places.Of(paragraphs)}). Think beforehand about how to speak of them, and about learners whom they may concern.";
    }

    private GlossaryEntry[] Glossary(params EntityKind[] kinds) =>
    [
        .. _knowledge.Entities
            .Where(entity => kinds.Contains(entity.Kind) && entity.Mentions.Count > 0 && entity.Name.Any(char.IsUpper))
            .OrderBy(entity => entity.Mentions.Min(mention => mention.Start))
            .Select(entity => new GlossaryEntry(
                entity.Name, entity.Role,
                [.. _knowledge.Sentences.Where(sentence => ArticleView.IsNamedIn(entity, sentence)).Select(sentence => sentence.Paragraph).Distinct()])),
    ];

    private TimelineEntry[] Timeline() =>
    [
        .. _knowledge.Sentences
            .Select(sentence => new TimelineEntry(Times(sentence), sentence.Text, sentence.Paragraph))
            .Where(entry => entry.When.Count > 0),
    ];

    /// <summary>Words for a point in time, by the statements and facts of the sentence; of words within words the shortest.</summary>
    private string[] Times(Sentence sentence)
    {
        var slots = _knowledge.Statements.Where(statement => statement.Sentence == sentence.Id).SelectMany(statement => statement.Slots)
            .Concat(_knowledge.Facts.SelectMany(fact => fact.Slots))
            .Where(slot => slot.Role == SlotRole.When && sentence.Span.Contains(new Span(slot.Start, slot.End)) && IsPoint(slot.Text))
            .OrderBy(slot => slot.End - slot.Start);
        var kept = new List<Slot>();
        foreach (var slot in slots)
        {
            if (!kept.Exists(other => new Span(slot.Start, slot.End).Overlaps(new Span(other.Start, other.End))))
            {
                kept.Add(slot);
            }
        }

        return [.. kept.OrderBy(slot => slot.Start).Select(slot => slot.Text.Trim(',', ' '))];
    }

    /// <summary>It names a day, a month or a year, or points at one ("last week"); it does not say how long something lasted.</summary>
    private static bool IsPoint(string words)
    {
        var tokens = Tokenizer.Tokenize(words);
        return tokens.Length <= LongestTime && !words.EndsWith("’s", StringComparison.Ordinal) && tokens.Index().Any(token =>
            TimePhrases.IsWeekdayOrMonth(token.Item.Lower) || s_days.Contains(token.Item.Lower) || IsYear(token.Item.Lower)
            || (token.Index > 0 && TimePhrases.IsTimeNoun(token.Item.Lower) && s_pointers.Contains(tokens[token.Index - 1].Lower)));
    }

    private static bool IsYear(string word) => word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsAsciiDigit);

    private FigureEntry[] Figures() =>
    [
        .. _knowledge.Figures.Where(IsShown).Select(figure => new FigureEntry(
            Called(figure), figure.Text, figure.Quantity.IsCertain ? "just this" : QuantityText.Interval(figure.Quantity), _article.Sentence(figure.Sentence).Paragraph)),
    ];

    private bool IsShown(Figure figure) =>
        !s_countless.Contains(figure.Form) && figure.Quantity.Unit.Dimension is not Dimension.Calendar && _article.IsConfirmed(figure)
        && (_article.IsCurated || figure.Quantity.Unit != Unit.None || Quantity.IsWhole(figure.Quantity.Value));

    /// <summary>The name that people gave it; else the words around it.</summary>
    private string Called(Figure figure) => _article.IsCurated ? figure.Name : Surroundings.Of(figure, _article);

    private CalculatedEntry[] Calculated() =>
    [
        .. FigureCalculation.Among([.. _knowledge.Figures.Where(figure => IsShown(figure) && !_article.IsOfDeath(figure))])
            .Where(calculation => calculation.Relation is Relation.Left or Relation.Share or Relation.Before)
            .Select(calculation => new CalculatedEntry(
                Described(calculation), QuantityText.WithInterval(calculation.Result), [.. calculation.Steps.Select(step => step.Working)],
                [.. new[] { calculation.A, calculation.B }.Select(figure => _article.Sentence(figure.Sentence).Paragraph).Distinct()])),
    ];

    private string Described(FigureCalculation calculation)
    {
        var (a, b) = _article.IsCurated ? (calculation.A.Name, calculation.B.Name) : ($"“{calculation.A.Text}”", $"“{calculation.B.Text}”");
        return calculation.Relation switch
        {
            Relation.Left => $"{b}, less {a}",
            Relation.Share => $"{a}, as a percentage of {b}",
            _ => $"{b}, before the {(calculation.A.Direction > 0 ? "rise" : "fall")} of “{calculation.A.Text}”",
        };
    }
}
