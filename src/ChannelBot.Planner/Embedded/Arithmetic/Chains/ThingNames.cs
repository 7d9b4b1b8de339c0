using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Whether two words name one kind of thing, and whether a number counts such things.</summary>
internal sealed class ThingNames(FigureIndex index)
{
    private static readonly Unit s_person = Unit.CountOf("person");

    /// <summary>The number counts things of this name; a thing that is not named is whatever it counts.</summary>
    public bool AreCounted(string? noun, Term term)
    {
        if (noun is null)
        {
            return true;
        }

        return term switch
        {
            FigureTerm figure => AreCounted(noun, figure.Entry),
            ComputedTerm { Unit: { } unit } => Same(noun, unit),
            ComputedTerm { Operands: var operands } => operands.Any(operand => operand is not ConstantTerm && AreCounted(noun, operand)),
            NegativeTerm negative => AreCounted(noun, negative.Of),
            _ => false,
        };
    }

    public static bool Same(string noun, string other) =>
        Stem(noun) == Stem(other) || Plural(noun) == other || Plural(other) == noun || Lexicon.English.Similarity(Stem(noun), Stem(other)) >= 0.7;

    public static string Singular(string noun) =>
        noun.EndsWith("ies", StringComparison.Ordinal) && noun.Length > 4 ? noun[..^3] + "y"
        : noun.EndsWith("ches", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal) || noun.EndsWith("xes", StringComparison.Ordinal) ? noun[..^2]
        : noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) ? noun[..^1] : noun;

    public static string Plural(string noun) =>
        noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? noun[..^1] + "ies"
        : noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal) || noun.EndsWith('x') || noun.EndsWith('s') ? noun + "es" : noun + "s";

    private bool AreCounted(string noun, FigureEntry entry)
    {
        var stem = Stem(noun);
        if (Array.IndexOf(entry.Noun, stem) >= 0 || (IsPerson(noun, stem) && (entry.Figure.Quantity.Unit == s_person || entry.Noun.Any(own => Lexicon.English.IsKindOf(own, "person")))))
        {
            return true;
        }

        var (others, _) = index.Synonyms.At([stem], 0);
        return others.Any(other => Array.IndexOf(entry.Noun, other) >= 0);
    }

    private static bool IsPerson(string noun, string stem) =>
        StepWords.Is(noun, StepWord.Person) || (Lexicon.English.IsKindOf(stem, "person") && !Lexicon.English.IsKindOf(stem, "vehicle"));

    private static string Stem(string word) => Tokenizer.Tokenize(word) is [var token, ..] ? token.Stem : word;
}
