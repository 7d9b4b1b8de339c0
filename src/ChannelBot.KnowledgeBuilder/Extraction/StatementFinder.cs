using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Turns the clauses of an article into statements with exact places.</summary>
internal sealed class StatementFinder(List<Reading> readings, Speakers speakers, IReadOnlyList<Quote> quotes)
{
    private int _quote;

    public List<Statement> Find()
    {
        var statements = new List<Statement>();
        foreach (var reading in readings)
        {
            if (reading.Words.Length == 0)
            {
                continue;
            }

            var clauses = new ClauseReader(reading, speakers).Read();
            foreach (var clause in clauses.OrderBy(clause => clause.Predicate.First))
            {
                statements.Add(Statement(reading, clause, statements.Count + 1));
            }
        }

        return statements;
    }

    private Statement Statement(Reading reading, Clause clause, int number)
    {
        var first = Math.Min(clause.Subject?.First ?? clause.Predicate.First, clause.Predicate.First);
        var place = reading.Place(first, Math.Max(clause.Last, clause.Predicate.Last));
        var predicate = reading.Place(clause.Predicate.First, clause.Predicate.Last);
        var speaker = clause.Speaker is { } words ? speakers.Resolve(reading, words, null) : null;
        speaker ??= QuoteAt(predicate.Start)?.Speaker;
        return new Statement(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{number}"),
            reading.Sentence.Id,
            place.Start,
            place.End,
            reading.Text(predicate),
            clause.Verb,
            clause.IsNegated,
            clause.IsPassive,
            speaker is not null && clause.Certainty is Certainty.Stated ? Certainty.Said : clause.Certainty,
            speaker,
            [.. clause.Slots.OrderBy(slot => slot.Role).ThenBy(slot => slot.Words.First).Select(slot => Slot(reading, slot.Role, slot.Words))]);
    }

    private static Slot Slot(Reading reading, SlotRole role, Stretch words)
    {
        var place = Trimmed(reading, words);
        return new Slot(role, place.Start, place.End, reading.Text(place));
    }

    /// <summary>Without commas and lone quotation marks at its ends.</summary>
    private static Span Trimmed(Reading reading, Stretch words)
    {
        int first = words.First, last = words.Last;
        while (last - first > 1 && reading.Words[last - 1] is { Tag: Tag.Comma or Tag.Stop or Tag.Conjunction })
        {
            last--;
        }

        var marks = 0;
        for (var i = first; i < last; i++)
        {
            marks += reading.Words[i].Tag is Tag.Quote ? 1 : 0;
        }

        if (marks == 1 && last - first > 1)
        {
            last -= reading.Words[last - 1].Tag is Tag.Quote ? 1 : 0;
            first += reading.Words[first].Tag is Tag.Quote && last - first > 1 ? 1 : 0;
        }

        return reading.Place(first, last);
    }

    /// <summary>The quotation that a place is in; places come in order, up to a sentence.</summary>
    private Quote? QuoteAt(int place)
    {
        while (_quote + 1 < quotes.Count && quotes[_quote + 1].Spans[0].Start <= place)
        {
            _quote++;
        }

        while (_quote > 0 && quotes[_quote].Spans[0].Start > place)
        {
            _quote--;
        }

        return _quote < quotes.Count && quotes[_quote].Spans.Any(span => span.Start <= place && place < span.End) ? quotes[_quote] : null;
    }
}
