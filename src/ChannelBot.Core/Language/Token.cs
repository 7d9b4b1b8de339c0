namespace ChannelBot.Core.Language;

/// <summary>A word, number or sign of a text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Lower">The text in lower case, apostrophes straightened, possessive 's removed.</param>
/// <param name="Stem">Porter stem of <paramref name="Lower"/>, with one spelling for two, irregular forms brought to their word ("said" is
/// of "say"), accents and the commas of numbers left out.</param>
/// <param name="IsWord">Begins with a letter or digit.</param>
/// <param name="IsCapitalised">Begins with a capital.</param>
/// <param name="IsStopWord">One of the words that carry no content ("the", "of", "did").</param>
public readonly record struct Token(
    int Start, int End, string Lower, string Stem, bool IsWord, bool IsCapitalised, bool IsStopWord);
