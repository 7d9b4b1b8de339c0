namespace ChannelBot.Core.Grammar;

/// <summary>What a word does in its sentence.</summary>
internal enum Tag
{
    Noun,
    Name,
    Pronoun,
    Determiner,
    Possessive,
    Adjective,
    Number,
    Adverb,
    Preposition,
    Conjunction,
    Subordinator,
    That,
    Relative,
    Be,
    Have,
    Do,
    Modal,
    Negation,
    To,
    VerbBase,
    VerbS,
    VerbPast,
    Participle,
    VerbIng,
    Comma,
    Stop,
    Open,
    Close,
    Quote,
    Sign,
}

/// <summary>A word of a sentence as the grammar sees it: hyphenated words and numbers with their unit are one.</summary>
/// <param name="Start">First code unit in the article.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Lower">Lower case, possessive 's left out.</param>
/// <param name="IsCapitalised">Begins with a capital.</param>
/// <param name="IsOwner">Ends in a possessive 's or s'.</param>
internal record struct Word(int Start, int End, string Lower, bool IsCapitalised, bool IsOwner)
{
    public Tag Tag { get; set; }

    /// <summary>The forms of a verb that it may be.</summary>
    public VerbForm? Verb { get; set; }

    /// <summary>Which of the sentence's number mentions it is or is part of; -1 for none.</summary>
    public int Mention { get; set; } = -1;

    public readonly bool IsVerb => Tag is Tag.VerbBase or Tag.VerbS or Tag.VerbPast or Tag.Participle or Tag.VerbIng;

    public readonly bool IsAuxiliary => Tag is Tag.Be or Tag.Have or Tag.Do or Tag.Modal;

    /// <summary>Punctuation at which a clause may end.</summary>
    public readonly bool IsBoundary => Tag is Tag.Comma or Tag.Stop or Tag.Open or Tag.Close;
}
