namespace ChannelBot.Core.Grammar;

internal enum ChunkKind
{
    Noun,
    Adjective,
    Finite,
    Infinitive,
    Ing,
    Participle,
    Preposition,
    Time,
    Adverb,
    Conjunction,
    Subordinator,
    That,
    Relative,
    Comma,
    Stop,
    Open,
    Close,
    Quote,
    Other,
}

/// <summary>A phrase of a sentence: the smallest piece that the reading of clauses moves about.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">One past its last word.</param>
/// <param name="Head">The word that says what it is: the last noun, the main verb, the preposition.</param>
/// <param name="Text">For prepositions and subordinators: "because of", lower case.</param>
internal readonly record struct Chunk(ChunkKind Kind, int First, int Last, int Head, string Text)
{
    public bool IsVerbal => Kind is ChunkKind.Finite or ChunkKind.Infinitive or ChunkKind.Ing or ChunkKind.Participle;

    public bool IsPassive { get; init; }

    public bool IsNegated { get; init; }
}
