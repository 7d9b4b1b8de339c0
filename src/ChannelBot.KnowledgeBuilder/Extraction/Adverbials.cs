using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Which question a phrase with a preposition or a subordinate clause answers.</summary>
internal static class Adverbials
{
    /// <param name="preposition">The preposition, lower case.</param>
    /// <param name="behind">What stands behind it.</param>
    /// <param name="isPlace">It names a place.</param>
    /// <param name="verb">The clause's verb; null where it is not known yet.</param>
    public static SlotRole? OfPreposition(string preposition, Chunk behind, bool isPlace, string? verb)
    {
        if (Connectives.Is("because", preposition))
        {
            return SlotRole.Why;
        }

        if (Connectives.Is("purpose", preposition))
        {
            return SlotRole.Purpose;
        }

        var isIng = behind.Kind is ChunkKind.Ing;
        return preposition switch
        {
            "on" when verb is "blame" => SlotRole.Why,
            "to" when verb is "attribute" or "owe" => SlotRole.Why,
            "by" when isIng => SlotRole.How,
            "through" or "via" or "by means of" or "by way of" when !isPlace => SlotRole.How,
            "by" when behind.Text is "bus" or "train" or "plane" or "car" or "sea" or "road" or "rail" or "boat" or "air" or "hand" or "post" or "phone" or "email" or "helicopter" or "ferry" => SlotRole.How,
            "with" or "together with" or "along with" or "in partnership with" or "alongside" => SlotRole.With,
            "after" or "since" or "before" or "until" or "till" or "during" or "upon" or "following" or "prior to" or "ahead of" => SlotRole.When,
            "on" when isIng && verb is null => SlotRole.When,
            "for" when isIng || (verb is not null && WordClasses.Is("reasoned", verb)) => SlotRole.Why,
            "on suspicion of" => SlotRole.Why,
            "over" when verb is not null && WordClasses.Is("reasoned", verb) => SlotRole.Why,
            "in" or "at" or "near" or "off" or "on" or "outside" or "inside" or "across" or "along" or "around" or "beside" or "behind" or "opposite" or "beneath" or "under"
                or "above" or "below" or "beyond" or "throughout" or "next to" or "close to" or "in front of" or "between" or "within" or "over" or "onto" or "against" when isPlace => SlotRole.Where,
            "at" when WordClasses.Is("point", behind.Text) => SlotRole.When,
            "at" when WordClasses.Is("gathering", behind.Text) => SlotRole.Where,
            "at" when NameWords.IsOrganisationNoun(behind.Text) => SlotRole.Where,
            "to" or "from" or "into" or "towards" or "toward" or "through" or "out of" or "past" or "up" or "down" or "off" when isPlace => SlotRole.Where,
            _ => null,
        };
    }

    /// <summary>"because …", "when …", "so that …".</summary>
    public static SlotRole? OfSubordinator(string word) => word switch
    {
        "when" or "whenever" or "while" or "once" or "as soon as" or "by the time" or "after" or "before" or "since" or "until" or "till" => SlotRole.When,
        "where" or "wherever" => SlotRole.Where,
        _ when Connectives.Is("because-clause", word) => SlotRole.Why,
        _ when Connectives.Is("purpose-clause", word) => SlotRole.Purpose,
        _ => null,
    };

    /// <summary>Prepositions that say when, before an expression of time: not "compared to the same period".</summary>
    public static bool OfTime(string preposition) => preposition is
        "in" or "on" or "at" or "by" or "from" or "to" or "until" or "till" or "since" or "for" or "during" or "before" or "after" or "within" or "over" or "through" or "throughout"
        or "around" or "about" or "towards" or "between" or "upon" or "up to" or "ahead of" or "prior to" or "as of";

    /// <summary>Prepositions that may open a clause.</summary>
    public static bool OpensClause(string preposition) => preposition is "after" or "before" or "since" or "until" or "till" or "as" or "than";
}
