using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>What a question asks for, as far as its words leave no doubt: a doer, whom with, a time, a place, the way from one, how a thing is done.</summary>
internal enum Wanted
{
    Anything,
    Who,
    With,
    When,
    Where,
    WhereFrom,
    How,
    HowSo,
}

/// <summary>Tells two questions of the same words apart by what they ask for.</summary>
/// <param name="IsSaying">Who said it is asked, not who did it.</param>
/// <param name="IsOfOthers">It asks of others than those that the article has: "which other countries", "who else".</param>
internal readonly record struct AskForm(Wanted Wanted, bool IsSaying, bool IsOfOthers)
{
    public static AskForm Of(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        var wanted = reading.Kind switch
        {
            AskKind.Who or AskKind.WhoSaid => AsksWhereFrom(tokens) ? Wanted.Anything : AsksWith(tokens) ? Wanted.With : Wanted.Who,
            AskKind.When => Wanted.When,
            AskKind.Where => AsksWhereFrom(tokens) ? Wanted.WhereFrom : Wanted.Where,
            AskKind.How when reading.IsBareHow => Wanted.How,
            _ => Wanted.Anything,
        };
        return new(wanted, reading.Kind is AskKind.WhoSaid, AsksOfOthers(tokens));
    }

    /// <summary>Of an expected question, by its first words.</summary>
    public static AskForm Of(string ask)
    {
        var tokens = Tokenizer.Tokenize(ask);
        var at = Array.FindIndex(tokens, token => Interrogative.IsWh(token.Lower));
        var next = at >= 0 && at + 1 < tokens.Length ? tokens[at + 1].Lower : "";
        var wanted = at is < 0 or > 1 ? Wanted.Anything : tokens[at].Lower switch
        {
            "who" or "whom" => AsksWith(tokens) ? Wanted.With : Array.Exists(tokens, token => token.Lower is "with") ? Wanted.Anything : Wanted.Who,
            "when" => Wanted.When,
            "where" => AsksWhereFrom(tokens) ? Wanted.WhereFrom : Wanted.Where,
            "which" or "what" when at == 1 && tokens[0].Lower is "in" or "at" or "near" or "to" or "into" && Interrogative.KindOfNoun(next) is AskKind.Where => Wanted.Where,
            "which" or "what" when AsksWhereFrom(tokens) => Wanted.WhereFrom,
            "how" when Interrogative.IsAuxiliary(next) => Wanted.How,
            "how" => Wanted.HowSo,
            _ => Wanted.Anything,
        };
        return new(wanted, Array.Exists(tokens, token => Interrogative.IsSaying(token.Lower)), AsksOfOthers(tokens));
    }

    /// <summary>Whether an expected question of that form is surely not the one asked.</summary>
    public bool Excludes(AskForm other) =>
        (Wanted is not Wanted.Anything && other.Wanted is not Wanted.Anything && other.Wanted != Wanted)
        || (IsSaying && !other.IsSaying && other.Wanted is Wanted.Who) || (other.IsOfOthers && !IsOfOthers);

    /// <summary>"where did they come from", "from what countries did they come".</summary>
    public static bool AsksWhereFrom(Token[] tokens)
    {
        var from = Array.FindIndex(tokens, token => token.Lower is "from");
        return from >= 0 && (!Array.Exists(tokens[(from + 1)..], token => token.IsWord) || Interrogative.IsWh(tokens[from + 1].Lower));
    }

    /// <summary>"who are the deals with", "with whom".</summary>
    public static bool AsksWith(Token[] tokens)
    {
        var with = Array.FindLastIndex(tokens, token => token.Lower is "with");
        return with >= 0 && (with + 1 == tokens.Length || !tokens[with + 1].IsWord || Interrogative.IsWh(tokens[with + 1].Lower));
    }

    private static bool AsksOfOthers(Token[] tokens) => Array.Exists(tokens, token => token.Lower is "other" or "others" or "else" or "another" or "besides" or "further" or "more" or "next" or "also" or "too");
}
