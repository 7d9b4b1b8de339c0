using ChannelBot.Core.Grammar;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>A sentence cut into its clauses: which words belong to which verb, and what may be each verb's subject.</summary>
/// <remarks>The article's sentences and a model's are read by the same rules, so that a mistake of reading is made in both alike.</remarks>
internal sealed partial class ClauseMap
{
    private bool _isCut;
    private bool _isSoft;
    private int _stretch;

    private ClauseMap(string text, Capitals capitals)
    {
        Text = text;
        Mentions = [.. QuantityScanner.Scan(text).Where(mention => mention.Form is not NumberForm.Label)];
        Words = WordReader.Read(text, 0, Mentions);
        Tagger.Tag(Words, capitals);
        Chunks = new Chunker(Words, TimePhrases.Find(Words, Mentions)).Run();
        Stems = Array.ConvertAll(Words, word => WordForms.StemOf(word.Lower));
        Pieces.Add(new ClausePiece { First = 0 });
        for (var k = 0; k < Chunks.Count; k++)
        {
            Read(k);
        }

        ChunkOf = new int[Words.Length];
        PieceOf = new int[Words.Length];
        for (var k = 0; k < Chunks.Count; k++)
        {
            var piece = Pieces.FindLastIndex(one => one.First <= k);
            for (var i = Chunks[k].First; i < Chunks[k].Last; i++)
            {
                (ChunkOf[i], PieceOf[i]) = (k, piece);
            }
        }
    }

    public string Text { get; }

    public NumberMention[] Mentions { get; }

    public Word[] Words { get; }

    public List<Chunk> Chunks { get; }

    public string[] Stems { get; }

    public List<ClausePiece> Pieces { get; } = [];

    public int[] ChunkOf { get; }

    public int[] PieceOf { get; }

    public static ClauseMap Of(string text, Capitals capitals) => new(text, capitals);

    /// <summary>Whether the word carries meaning of its own.</summary>
    public bool IsContent(int word) => Words[word].Tag
        is Tag.Noun or Tag.Name or Tag.Adjective or Tag.Number or Tag.VerbBase or Tag.VerbS or Tag.VerbPast or Tag.Participle or Tag.VerbIng;

    public bool IsIn(int word, Stretch chunks) => ChunkOf[word] >= chunks.First && ChunkOf[word] < chunks.Last;

    /// <summary>The preposition before the phrase of a word: "" for none, "of" where the phrase belongs to another.</summary>
    public string PrepositionOf(int word)
    {
        var chunk = Chunks[ChunkOf[word]];
        var at = ChunkOf[word] - 1;
        while (at > 0 && Chunks[at].Kind is ChunkKind.Quote or ChunkKind.Adverb)
        {
            at--;
        }

        return chunk.Kind is ChunkKind.Noun or ChunkKind.Adjective && at >= 0 && Chunks[at].Kind is ChunkKind.Preposition ? Chunks[at].Text : "";
    }
}
