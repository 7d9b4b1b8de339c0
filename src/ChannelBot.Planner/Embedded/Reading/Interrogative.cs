using System.Collections.Frozen;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What form of answer a request wants.</summary>
internal enum AskKind
{
    Who,
    WhoSaid,
    What,
    When,
    Where,
    Why,
    How,
    HowMany,
    Choice,
    YesNo,
    Existence,
    Claim,
    Topic,
}

/// <summary>The words of English by which a request shows what it wants.</summary>
internal static class Interrogative
{
    private static readonly FrozenSet<string> s_wh = Set("who whom whose what which when where why how whats whos wheres whereabouts whens hows wat wen");

    private static readonly FrozenSet<string> s_auxiliary = Set(
        "is are was were am be been do does did has have had will would can could shall should may might must "
        + "isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't isnt arent wasnt werent dont doesnt didnt hasnt havent wont wouldnt cant couldnt");

    private static readonly FrozenSet<string> s_saying = Set(
        "say says said saying tell tells told state states stated claim claims claimed announce announces announced report reports reported confirm confirms confirmed "
        + "emphasise emphasised emphasize emphasized stress stressed stresses describe describes described remark remarked remarks mention mentioned quote quoted warn warned warns argue argued "
        + "add added insist insisted declare declared explain explained think thinks thought believe believes believed reckon reckons reckoned call called calls talk talks talked speak speaks spoke mentions comment commented respond responded reply replied promise promised promises vow vowed pledge pledged suggest suggested admit admits admitted concede concedes conceded acknowledge acknowledges acknowledged note noted reveal reveals revealed");

    private static readonly FrozenSet<string> s_imperative = Set(
        "list name give tell show explain describe identify state find outline read quote provide remind summarise summarize recap sum");

    private static readonly FrozenSet<string> s_filler = Set(
        "so and but ok okay well um er uh hmm please hi hello hey also then now right morning afternoon evening good oh ah yes no yeah sorry just actually btw basically like quick question one more or");

    private static readonly FrozenSet<string> s_pronoun = Set(
        "it its they them their theirs he him his she her hers this that these those there one ones former latter same");

    private static readonly FrozenSet<string> s_when = Set("date day time year month week moment hour weekday season period");

    private static readonly FrozenSet<string> s_where = Set("where place location spot town city village country region area venue site county coast sea street port destination nation state part continent island");

    private static readonly FrozenSet<string> s_who = Set("who whom person man woman official officials minister ministers leader leaders politician people spokesperson spokesman spokeswoman boss chief individual player author organisation organization agency force authority authorities group company team party office department president chancellor king queen mayor expert judge manager doctor teacher witness driver captain director chairman chairwoman secretary");

    private static readonly FrozenSet<string> s_type = Set("date day time year month week moment weekday place location spot person people folk individual official somebody organisation organization group party force authority name reason number figure total amount kind sort type thing part word phrase term title job role post position way adjective verb noun expression exact bunch lot outfit mob soul money cash dosh sum event occasion");

    private static readonly FrozenSet<string> s_why = Set("why reason reasons cause causes purpose aim aims goal goals motive explanation rationale justification excuse grounds");

    private static readonly FrozenSet<string> s_howMany = Set("number figure total tally count toll rise increase drop growth decline value worth width percentage percent share proportion amount statistic sum cost price fraction rate score age size length distance height weight temperature");

    private static readonly FrozenSet<string> s_degree = Set("old long far big large high tall deep wide fast quickly soon often heavy hot cold deadly serious bad strong close near late early rich expensive popular likely sure well hard");

    /// <summary>"who", and "who's" too.</summary>
    public static bool IsWh(string word) => s_wh.Contains(word) || (word.Length > 4 && word[^1] == 's' && word[^2] is '\'' or '’' && s_wh.Contains(word[..^2]));

    public static bool IsAuxiliary(string word) => s_auxiliary.Contains(word);

    public static bool IsBe(string word) => word is "is" or "are" or "was" or "were" or "be" or "been" or "isn't" or "aren't" or "wasn't" or "weren't";

    public static bool IsSaying(string word) => s_saying.Contains(word);

    public static bool IsImperative(string word) => s_imperative.Contains(word);

    public static bool IsFiller(string word) => s_filler.Contains(word);

    public static bool IsPronoun(string word) => s_pronoun.Contains(word);

    /// <summary>A word that names nobody by itself: "they", and "we" too.</summary>
    public static bool NamesNobody(string word) => s_pronoun.Contains(word) || word is "we" or "i" or "you" or "us" or "me";

    public static bool IsDegree(string word) => s_degree.Contains(word);

    /// <summary>What a noun after "which", "what" or "the" asks for: "which day" is "when", "ages" is "how many".</summary>
    public static AskKind? KindOfNoun(string noun) =>
        OfNoun(noun) ?? (noun.Length > 3 && noun[^1] == 's' ? OfNoun(noun[..^1]) ?? (noun.EndsWith("ies", StringComparison.Ordinal) ? OfNoun(noun[..^3] + "y") : null) : null);

    /// <summary>Whether a noun only says of what kind the answer is: "day", "place", "number", "person".</summary>
    public static bool IsType(string noun) => s_type.Contains(noun) || (noun.Length > 3 && noun[^1] == 's' && s_type.Contains(noun[..^1]));

    private static AskKind? OfNoun(string noun) =>
        s_when.Contains(noun) ? AskKind.When
        : s_where.Contains(noun) ? AskKind.Where
        : s_who.Contains(noun) ? AskKind.Who
        : s_why.Contains(noun) ? AskKind.Why
        : s_howMany.Contains(noun) ? AskKind.HowMany
        : null;

    /// <summary>The slot that answers it; null where several may.</summary>
    public static SlotRole? SlotOf(AskKind kind) => kind switch
    {
        AskKind.Who => SlotRole.Who,
        AskKind.When => SlotRole.When,
        AskKind.Where => SlotRole.Where,
        AskKind.Why => SlotRole.Why,
        AskKind.How => SlotRole.How,
        AskKind.HowMany => SlotRole.HowMany,
        _ => null,
    };

    /// <summary>True where a text asks or orders, rather than states.</summary>
    public static bool IsAsk(ReadOnlySpan<Token> tokens, string text)
    {
        var first = FirstMeaning(tokens, 0);
        if (first == tokens.Length)
        {
            return false;
        }

        if (text.AsSpan().TrimEnd().EndsWith('?') || s_imperative.Contains(tokens[first].Lower) || s_auxiliary.Contains(tokens[first].Lower))
        {
            return true;
        }

        // Not "the country which…", "when he came": a wh-word asks near the start of its clause.
        for (var i = first; i < Math.Min(tokens.Length, first + 4); i++)
        {
            if (IsWh(tokens[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    public static int FirstMeaning(ReadOnlySpan<Token> tokens, int from)
    {
        while (from < tokens.Length && (!tokens[from].IsWord || s_filler.Contains(tokens[from].Lower)))
        {
            from++;
        }

        return from;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
