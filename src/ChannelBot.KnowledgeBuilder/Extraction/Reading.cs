using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>A sentence with its words, phrases and numbers.</summary>
/// <param name="Mentions">Offsets in the sentence, not in the article.</param>
internal sealed record Reading(Sentence Sentence, Word[] Words, List<Chunk> Chunks, IReadOnlyList<NumberMention> Mentions)
{
    /// <summary>Sentences are read as sentences up to this many characters; a longer one is a table or noise, and only its numbers are read.</summary>
    private const int Longest = 3000;

    /// <summary>Reads all sentences of an article: names are known by how the whole article writes them.</summary>
    public static List<Reading> All(IReadOnlyList<Sentence> sentences)
    {
        var capitals = new Capitals();
        var words = new List<Word[]>(sentences.Count);
        var mentions = new List<IReadOnlyList<NumberMention>>(sentences.Count);
        foreach (var sentence in sentences)
        {
            mentions.Add([.. QuantityScanner.Scan(sentence.Text).Where(mention => mention.Form is not NumberForm.Label)]);
            words.Add(sentence.Text.Length > Longest ? [] : WordReader.Read(sentence.Text, sentence.Start, mentions[^1]));
            capitals.Look(words[^1]);
        }

        var readings = new List<Reading>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            Tagger.Tag(words[i], capitals);
            var times = TimePhrases.Find(words[i], mentions[i]);
            readings.Add(new Reading(sentences[i], words[i], new Chunker(words[i], times).Run(), mentions[i]));
        }

        return readings;
    }

    public Span Place(int first, int last) => new(Words[first].Start, Words[last - 1].End);

    public Span Place(Chunk chunk) => Place(chunk.First, chunk.Last);

    public string Text(int first, int last) => Sentence.Text[(Words[first].Start - Sentence.Start)..(Words[last - 1].End - Sentence.Start)];

    public string Text(Span place) => Sentence.Text[(place.Start - Sentence.Start)..(place.End - Sentence.Start)];

    /// <summary>The chunk that holds a word; -1 for none.</summary>
    public int ChunkAt(int word)
    {
        int low = 0, high = Chunks.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Chunks[middle].Last <= word)
            {
                low = middle + 1;
            }
            else if (Chunks[middle].First > word)
            {
                high = middle - 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }
}
