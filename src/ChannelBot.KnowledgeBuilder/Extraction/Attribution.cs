using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Words that say who says so: "Mayor Ann Lee said", "said the mayor", "according to police".</summary>
/// <param name="Speaker">The words of the speaker.</param>
/// <param name="Words">Speaker and verb together.</param>
internal readonly record struct Attribution(Stretch Speaker, Stretch Words)
{
    /// <summary>The attribution in a stretch of chunks; null for none.</summary>
    /// <param name="isBroad">Also verbs by which somebody's words come in without being reported: "praised the “quiet” crowd".</param>
    public static Attribution? Find(Reading reading, int firstChunk, int lastChunk, bool isBroad = false)
    {
        for (var i = firstChunk; i < lastChunk; i++)
        {
            var chunk = reading.Chunks[i];
            if (chunk is { Kind: ChunkKind.Preposition, Text: "according to" } && i + 1 < lastChunk && reading.Chunks[i + 1].Kind is ChunkKind.Noun)
            {
                var speaker = Phrase(reading, i + 1, lastChunk);
                return new Attribution(speaker, new Stretch(chunk.First, speaker.Last));
            }

            if (chunk is { Kind: ChunkKind.Finite, IsPassive: false } && (IsSaying(reading, chunk) || (isBroad && Is("speech-act", reading, chunk))) && Of(reading, i, firstChunk, lastChunk) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public static bool IsSaying(Reading reading, Chunk chunk) => Is("attributing", reading, chunk);

    private static bool Is(string className, Reading reading, Chunk chunk) =>
        reading.Words[chunk.Head].Verb is { } verb && WordClasses.Is(className, verb.Lemma);

    private static Attribution? Of(Reading reading, int verb, int firstChunk, int lastChunk)
    {
        var chunk = reading.Chunks[verb];
        if (Before(reading, verb, firstChunk) is { } before)
        {
            return new Attribution(before, new Stretch(before.First, chunk.Last));
        }

        if (verb + 1 < lastChunk && reading.Chunks[verb + 1].Kind is ChunkKind.Noun)
        {
            var after = Phrase(reading, verb + 1, lastChunk);
            return new Attribution(after, new Stretch(chunk.First, after.Last));
        }

        return null;
    }

    /// <summary>The noun phrase before the verb: over an apposition between commas to the name before it.</summary>
    private static Stretch? Before(Reading reading, int verb, int firstChunk)
    {
        var at = verb - 1;
        while (at >= firstChunk && reading.Chunks[at].Kind is ChunkKind.Adverb)
        {
            at--;
        }

        if (at >= firstChunk && reading.Chunks[at].Kind is ChunkKind.Relative && at > firstChunk)
        {
            at--;
        }

        if (at > firstChunk && reading.Chunks[at].Kind is ChunkKind.Comma or ChunkKind.Close)
        {
            var open = at - 1;
            while (open > firstChunk && reading.Chunks[open].Kind is not (ChunkKind.Comma or ChunkKind.Open or ChunkKind.Quote or ChunkKind.Stop))
            {
                if (reading.Chunks[open].Kind is ChunkKind.Finite && reading.Chunks[open - 1].Kind is not ChunkKind.Relative)
                {
                    return null;
                }

                open--;
            }

            if (open <= firstChunk || reading.Chunks[open - 1].Kind is not ChunkKind.Noun)
            {
                return null;
            }

            at = open - 1;
        }

        if (at < firstChunk || reading.Chunks[at].Kind is not ChunkKind.Noun)
        {
            return null;
        }

        var first = at;
        while (first - 2 >= firstChunk
            && reading.Chunks[first - 1] is { Kind: ChunkKind.Preposition, Text: "of" or "for" or "at" or "from" or "in" }
            && reading.Chunks[first - 2].Kind is ChunkKind.Noun)
        {
            first -= 2;
        }

        // "the council’s leader, Helen Marsh, said": the role before the comma belongs to the name.
        return new Stretch(reading.Chunks[first].First, reading.Chunks[at].Last);
    }

    /// <summary>A noun phrase with what belongs to it: "the museum’s director, Ann Lee", "a spokesman for the board".</summary>
    public static Stretch Phrase(Reading reading, int first, int lastChunk)
    {
        var last = first;
        while (last + 2 < lastChunk
            && (reading.Chunks[last + 1] is { Kind: ChunkKind.Preposition, Text: "of" or "for" or "at" or "from" or "in" }
                || (reading.Chunks[last + 1].Kind is ChunkKind.Comma && reading.Words[reading.Chunks[last + 2].Head].Tag is Tag.Name && reading.Words[reading.Chunks[last].Head].Tag is Tag.Noun))
            && reading.Chunks[last + 2].Kind is ChunkKind.Noun)
        {
            last += 2;
        }

        return new Stretch(reading.Chunks[first].First, reading.Chunks[last].Last);
    }
}
