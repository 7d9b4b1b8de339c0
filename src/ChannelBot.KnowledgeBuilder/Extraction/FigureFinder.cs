using System.Globalization;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Makes a figure of every number of the article: what it counts, when, where, and what it is compared with.</summary>
internal sealed class FigureFinder(List<Reading> readings, IReadOnlyList<Statement> statements)
{
    private readonly List<Figure> _figures = [];
    private int _statement;

    public List<Figure> Find()
    {
        int paragraph = 0, order = 0;
        foreach (var reading in readings)
        {
            if (reading.Sentence.Paragraph != paragraph)
            {
                paragraph = reading.Sentence.Paragraph;
                order = 0;
            }

            var own = StatementsOf(reading);
            var first = _figures.Count;
            foreach (var mention in reading.Mentions)
            {
                if (mention.Form is not NumberForm.Label)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"f{paragraph}.{++order}");
                    _figures.Add(Figure(reading, mention, id, own));
                }
            }

            FigureLinks.Link(reading, _figures, first);
        }

        return _figures;
    }

    private Figure Figure(Reading reading, NumberMention mention, string id, List<Statement> own)
    {
        var start = mention.Start + reading.Sentence.Start;
        var place = new Span(start, mention.End + reading.Sentence.Start);
        var (first, last) = WordReader.In(reading.Words, place);
        if (first >= last)
        {
            // Too long a sentence to be read: the number stands alone.
            return Bare(reading, mention, id, place);
        }

        var noun = FigureNouns.Of(reading, first, last, mention.Form);
        var context = new FigureContext(reading, first, last, mention.Form);
        var statement = Innermost(own, place);
        var text = noun is { } counted && counted.First == last ? reading.Place(first, counted.Last) : place;
        var nounText = noun is { } words ? reading.Text(words.First, words.Last) : Inherited(reading, first, mention.Form);
        var isTime = mention.Form is NumberForm.Clock or NumberForm.Date or NumberForm.Year;
        var period = isTime ? null : context.Period ?? SlotText(statement, SlotRole.When, reading, place);
        period = period is not null && context.Comparator is { } than && than.Contains(period, StringComparison.Ordinal) ? null : period;
        var direction = context.Direction(statement?.Verb);
        return new Figure(
            id,
            FigureNames.Of(reading, mention, nounText, direction, statement, place, period),
            nounText,
            mention.Quantity with { Unit = FigureNouns.UnitOf(mention, nounText) },
            mention.Form,
            period,
            SlotText(statement, SlotRole.Where, reading, place),
            context.Comparator,
            null,
            null,
            direction,
            FigureNames.Keywords(mention.Form, nounText, direction),
            reading.Sentence.Id,
            text.Start,
            text.End,
            reading.Text(text));
    }

    private static Figure Bare(Reading reading, NumberMention mention, string id, Span place) => new(
        id, reading.Text(place), null, mention.Quantity, mention.Form, null, null, null, null, null, 0, [], reading.Sentence.Id, place.Start, place.End, reading.Text(place));

    /// <summary>"A further 45 were taken in": the noun is the one counted before.</summary>
    private string? Inherited(Reading reading, int first, NumberForm form)
    {
        var isMore = first > 0 && reading.Words[first - 1].Lower is "further" or "another" or "other" or "including" or "additional";
        var isWhom = first > 0 && reading.Words[first - 1].Lower is "which" or "whom";
        return form is NumberForm.Count && _figures.Count > 0 && _figures[^1] is { Form: NumberForm.Count, Noun: { } noun } before
            && (isMore || isWhom || (before.Sentence == reading.Sentence.Id && IsSetAgainst(reading, before.End - reading.Sentence.Start, first))) ? noun : null;
    }

    /// <summary>"23 thefts this year, from 15 last year", "61,000 patients, against 88,000": the two count the same.</summary>
    private static bool IsSetAgainst(Reading reading, int end, int first)
    {
        var at = first - 1;
        return at > 0 && reading.Words[at].Start >= end
            && (reading.Words[at].Lower is "from" or "against" or "beating"
                || (reading.Words[at].Lower is "with" or "to" or "than" && reading.Words[at - 1].Lower is "compared" or "up" or "down" or "more" or "fewer" or "less")
                || (reading.Words[at].Lower is "the" && reading.Words[at - 1].Lower is "beating" or "against" or "than" or "from"));
    }

    private List<Statement> StatementsOf(Reading reading)
    {
        var own = new List<Statement>();
        while (_statement < statements.Count && statements[_statement].Sentence == reading.Sentence.Id)
        {
            own.Add(statements[_statement++]);
        }

        return own;
    }

    private static Statement? Innermost(List<Statement> own, Span place)
    {
        Statement? best = null;
        foreach (var statement in own)
        {
            if (statement.Start <= place.Start && statement.End >= place.End && (best is null || statement.End - statement.Start < best.End - best.Start))
            {
                best = statement;
            }
        }

        return best;
    }

    /// <summary>Words of the clause that say when or where, unless they are a clause themselves.</summary>
    private static string? SlotText(Statement? statement, SlotRole role, Reading reading, Span number)
    {
        foreach (var slot in statement?.Slots ?? [])
        {
            if (slot.Role == role && !number.Overlaps(new Span(slot.Start, slot.End)))
            {
                var (first, last) = WordReader.In(reading.Words, new Span(slot.Start, slot.End));
                var chunk = reading.ChunkAt(first);
                if (role is not SlotRole.When || (chunk >= 0 && reading.Chunks[chunk].Kind is ChunkKind.Time && reading.Chunks[chunk].Last == last))
                {
                    return slot.Text;
                }
            }
        }

        return null;
    }
}
