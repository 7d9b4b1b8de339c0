using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Weighs what the words of a name and the words around it say about its kind.</summary>
internal static class NameKinds
{
    private const int Sure = 6;
    private const int Strong = 3;
    private const int Weak = 1;

    /// <summary>What the name says by itself.</summary>
    public static void WeighWords(NameCandidate candidate)
    {
        var words = candidate.Words;
        var name = string.Join(' ', words);
        if (NameWords.IsCountry(name))
        {
            candidate.Score(EntityKind.Place, Sure);
            return;
        }

        if (words.Length == 1 && NameWords.IsNation(words[0]))
        {
            candidate.Score(EntityKind.Group, Strong);
            return;
        }

        // The deciding word is the last, or the last before "of" or "for": "University of Leeds".
        var cut = Array.FindIndex(words, word => word is "of" or "for");
        var head = cut > 0 ? words[cut - 1] : words[^1];
        if (NameWords.Is("event", head) && words.Length > 1 || NameWords.Is("event-before", words[0]) && words.Length > 1)
        {
            candidate.Score(EntityKind.Event, Strong);
        }

        if (NameWords.Is("organisation", head) && (words.Length > 1 || head is "police" or "parliament" or "congress" or "nato" or "nhs"))
        {
            candidate.Score(EntityKind.Organisation, Strong + Weak);
        }
        else if (NameWords.Is("organisation-before", words[0]) && cut > 0)
        {
            candidate.Score(EntityKind.Organisation, Strong);
        }

        if (words.Length > 1 && (NameWords.Is("place", head) || NameWords.Is("place-before", words[0])))
        {
            candidate.Score(EntityKind.Place, Strong);
        }

        if (words.Length > 1 && NameWords.Is("first", words[0]) || NameWords.Is("noble", words[0]) && words[0] is not ("st" or "st." or "saint") && words.Length > 2)
        {
            candidate.Score(EntityKind.Person, Strong + (words.Length <= 4 ? Weak : 0));
        }

        if (words.Length == 1 && candidate.Name.Length is >= 2 and <= 6 && candidate.Name.All(char.IsUpper))
        {
            candidate.Score(EntityKind.Organisation, Strong);
        }
    }

    /// <summary>What one use of the name says.</summary>
    public static void WeighUse(NameCandidate candidate, Reading reading, NameUse use)
    {
        if (candidate.Words.Length == 1 && NameWords.IsNation(candidate.Words[0]))
        {
            return;
        }

        var words = reading.Words;
        var before = use.TitleFirst > 0 ? words[use.TitleFirst - 1] : default;
        var after = use.Last < words.Length ? words[use.Last] : default;
        if (use.TitleFirst < use.First)
        {
            candidate.Score(EntityKind.Person, Strong);
        }

        if (after.Verb is { } verb && WordClasses.Is("attributing", verb.Lemma) && after.IsVerb)
        {
            candidate.Score(candidate.Words.Length == 1 ? EntityKind.Organisation : EntityKind.Person, Weak);
        }

        if (before.Tag is Tag.VerbPast or Tag.VerbS && before.Verb is { } saying && WordClasses.Is("attributing", saying.Lemma))
        {
            candidate.Score(EntityKind.Person, candidate.Words.Length > 1 ? Weak + Weak : Weak);
        }

        WeighPreposition(candidate, words, use, before);
        if (after.Tag is Tag.Comma && use.Last + 1 < words.Length)
        {
            var next = words[use.Last + 1];
            if (next.Tag is Tag.Number && next.Lower.Length is 1 or 2 && use.Last + 2 < words.Length && words[use.Last + 2].IsBoundary && candidate.Words.Length > 1)
            {
                candidate.Score(EntityKind.Person, Strong);
            }

            if (next.Lower == "who")
            {
                candidate.Score(EntityKind.Person, Weak + Weak);
            }

            if (next.Tag is Tag.Name && NameWords.IsCountry(next.Lower) && before.Tag is Tag.Preposition)
            {
                candidate.Score(EntityKind.Place, Strong);
            }
        }

        WeighNouns(candidate, reading, use);

        // Two or three capitalised words that stand alone are most often a person.
        if (candidate.Kind is EntityKind.Other && candidate.Words.Length is 2 or 3 && reading.ChunkAt(use.First) is >= 0 and var alone
            && reading.Chunks[alone] is var phrase && phrase.First == use.TitleFirst && phrase.Last == use.Last && before.Tag is not Tag.Preposition
            && candidate.Words.All(word => word.All(char.IsLetter) && !NameWords.Is("place", word)))
        {
            candidate.Score(EntityKind.Person, Weak);
        }
    }

    private static void WeighPreposition(NameCandidate candidate, Word[] words, NameUse use, Word before)
    {
        var at = use.TitleFirst - 1;
        if (before.Lower == "the" && at > 0)
        {
            candidate.Score(EntityKind.Organisation, Weak);
            before = words[at - 1];
        }

        if (before.Tag is Tag.Comma && at >= 2 && words[at - 1].Tag is Tag.Name && words[at - 2].Tag is Tag.Preposition)
        {
            candidate.Score(EntityKind.Place, Weak + Weak);
        }
        else if (before.Lower is "in" or "near" or "off" or "outside" or "around" or "across")
        {
            candidate.Score(EntityKind.Place, Weak + Weak);
        }
        else if (before.Lower is "at" or "from" or "to" or "towards" or "into" or "between" or "along")
        {
            candidate.Score(EntityKind.Place, Weak);
        }
        else if (before.Lower == "of" && at > 0 && NameWords.IsPlaceNoun(words[at - 1].Lower))
        {
            candidate.Score(EntityKind.Place, Strong);
        }
    }

    /// <summary>"the supplier, Northern Grid", "the charity Rail Voice", "Penwick leisure centre", "River" before, "said Smith" beside.</summary>
    private static void WeighNouns(NameCandidate candidate, Reading reading, NameUse use)
    {
        var words = reading.Words;
        var noun = use.First - 1;
        if (noun >= 1 && words[noun].Tag is Tag.Comma)
        {
            noun--;
        }

        if (noun >= 0 && words[noun].Tag is Tag.Noun)
        {
            var lower = words[noun].Lower;
            if (NameWords.IsPersonNoun(lower) && !words[noun].IsOwner)
            {
                candidate.Score(EntityKind.Person, Strong);
            }
            else if (NameWords.IsOrganisationNoun(lower))
            {
                candidate.Score(EntityKind.Organisation, Strong);
            }
            else if (NameWords.IsPlaceNoun(lower) && noun == use.First - 1)
            {
                candidate.Score(EntityKind.Place, Strong);
            }
        }

        // "a Brighton beach", "the Leeds hospital": the phrase's own noun, where the name only begins it.
        if (reading.ChunkAt(use.First) is >= 0 and var phrase && reading.Chunks[phrase].Head >= use.Last && !words[use.Last - 1].IsOwner && NameWords.IsPlaceNoun(reading.Chunks[phrase].Text))
        {
            candidate.Score(EntityKind.Place, Weak + Weak);
        }

        if (words[use.Last - 1].IsOwner && use.Last < words.Length)
        {
            var owned = reading.ChunkAt(use.Last) is >= 0 and var at ? reading.Chunks[at].Text : "";
            if (NameWords.IsPersonNoun(owned) || owned is "leader" or "members")
            {
                candidate.Score(EntityKind.Organisation, Weak);
            }
        }
    }
}
