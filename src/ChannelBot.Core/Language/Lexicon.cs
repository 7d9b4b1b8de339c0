namespace ChannelBot.Core.Language;

/// <summary>What English words mean to each other, as far as any news story needs it: synonyms, kinds of thing.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<(string Stem, string Other), double> _similarity = [];

    /// <summary>The general lexicon that comes with the program.</summary>
    public static Lexicon English { get; } = new();

    /// <summary>From 0 (nothing to do with each other) to 1 (the same word) for two stems.</summary>
    public double Similarity(string stem, string other) =>
        string.Equals(stem, other, StringComparison.Ordinal) ? 1 : _similarity.GetValueOrDefault((stem, other));


    /// <summary>True for words that deny each other: "rise" and "fall".</summary>
    public bool AreOpposite(string stem, string other) => _similarity.GetValueOrDefault((stem, other)) < 0;
}
