using ChannelBot.Core.Quantities;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Finds what a number counts.</summary>
internal static class FigureNouns
{
    /// <summary>The words of the noun; null where the sentence has none for it.</summary>
    public static Stretch? Of(Reading reading, int first, int last, NumberForm form)
    {
        if (form is NumberForm.Clock or NumberForm.Date or NumberForm.Year or NumberForm.Age or NumberForm.Score)
        {
            return null;
        }

        var at = reading.ChunkAt(first);
        if (at < 0)
        {
            return null;
        }

        var chunk = reading.Chunks[at];
        // "344 the year before" counts no years.
        if (chunk.Kind is ChunkKind.Noun && chunk.Head >= last && reading.Words[last].Tag is not Tag.Determiner && form is NumberForm.Count or NumberForm.Multiplier or NumberForm.Ordinal)
        {
            return Trimmed(reading, last, chunk.Head + 1);
        }

        if (Of(reading, at, last) is { } owned)
        {
            return owned;
        }

        return form is NumberForm.Count ? Named(reading, at) ?? Total(reading, at) : null;
    }

    /// <summary>"A combined workforce of 11,200": the noun before "of".</summary>
    private static Stretch? Named(Reading reading, int at)
    {
        if (at < 2 || reading.Chunks[at - 1] is not { Kind: ChunkKind.Preposition, Text: "of" } || reading.Chunks[at - 2] is not { Kind: ChunkKind.Noun } noun)
        {
            return null;
        }

        var head = reading.Words[noun.Head];
        return head.Tag is Tag.Noun && !WordClasses.Is("amount", head.Lower) && !WordClasses.Is("up", NameWords.Singular(head.Lower)) && !WordClasses.Is("down", NameWords.Singular(head.Lower))
            ? Trimmed(reading, noun.First, noun.Head + 1) : null;
    }

    /// <summary>"Nine of the stolen pieces", "84% of those": the noun behind "of".</summary>
    private static Stretch? Of(Reading reading, int at, int last)
    {
        if (at + 2 >= reading.Chunks.Count
            || reading.Chunks[at].Last != last
            || reading.Chunks[at + 1] is not { Kind: ChunkKind.Preposition, Text: "of" or "in" }
            || reading.Chunks[at + 2] is not { Kind: ChunkKind.Noun } noun
            || (reading.Chunks[at + 1].Text == "in" && reading.Words[noun.First].Tag is not Tag.Number))
        {
            return null;
        }

        var head = reading.Words[noun.Head];
        if (head.Tag is not (Tag.Noun or Tag.Name))
        {
            return null;
        }

        // "11 of the region’s 17 hospitals": the noun stands behind the last number.
        var first = noun.First;
        for (var i = noun.First; i < noun.Head; i++)
        {
            first = reading.Words[i].Tag is Tag.Number ? i + 1 : first;
        }

        while (first < noun.Head && reading.Words[first].Tag is Tag.Determiner or Tag.Possessive or Tag.Number)
        {
            first++;
        }

        return new Stretch(first, noun.Head + 1);
    }

    /// <summary>"the number of thefts has risen to 23": the subject of a verb of change or of being.</summary>
    private static Stretch? Total(Reading reading, int at)
    {
        var verb = at - 1;
        if (verb >= 0 && reading.Chunks[verb] is { Kind: ChunkKind.Preposition, Text: "to" or "at" or "from" or "by" })
        {
            verb--;
        }

        if (verb < 1 || reading.Chunks[verb].Kind is not ChunkKind.Finite)
        {
            return null;
        }

        var lemma = reading.Words[reading.Chunks[verb].Head].Verb?.Lemma ?? "be";
        if (!WordClasses.Is("up", lemma) && !WordClasses.Is("down", lemma) && lemma is not ("stand" or "total" or "reach" or "hit" or "remain" or "be" or "exceed" or "pass" or "number"))
        {
            return null;
        }

        for (var i = verb - 1; i >= 0; i--)
        {
            if (reading.Chunks[i].Kind is ChunkKind.Comma or ChunkKind.Stop or ChunkKind.Finite or ChunkKind.Conjunction or ChunkKind.Relative)
            {
                return null;
            }

            // "the number of thefts": what is counted stands behind "of".
            var isSubject = i == 0 || reading.Chunks[i - 1].Kind is not ChunkKind.Preposition || WordClasses.Is("amount", i >= 2 ? reading.Chunks[i - 2].Text : "");
            if (reading.Chunks[i].Kind is ChunkKind.Noun && isSubject && reading.Words[reading.Chunks[i].Head].Tag is Tag.Noun && !WordClasses.Is("amount", reading.Chunks[i].Text))
            {
                return Trimmed(reading, reading.Chunks[i].First, reading.Chunks[i].Head + 1);
            }
        }

        return null;
    }

    private static Stretch? Trimmed(Reading reading, int first, int last)
    {
        while (first < last - 1 && reading.Words[first].Tag is Tag.Determiner or Tag.Possessive or Tag.Quote or Tag.Number or Tag.Preposition || (first < last - 1 && reading.Words[first].Lower is "more" or "other" or "further"))
        {
            first++;
        }

        return first < last ? new Stretch(first, last) : null;
    }

    /// <summary>A count's unit is its noun in the singular; a measure has its own.</summary>
    public static Unit UnitOf(NumberMention mention, string? noun)
    {
        if (mention.Quantity.Unit != Unit.None || noun is null || mention.Form is not NumberForm.Count)
        {
            return mention.Quantity.Unit;
        }

        var head = noun[(noun.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return Unit.CountOf(head is "people" or "persons" ? "person" : NameWords.Singular(head));
    }
}
