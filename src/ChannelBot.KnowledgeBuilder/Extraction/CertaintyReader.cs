using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads from a verb group how sure the article is: "is expected to sign", "reportedly left", "will open".</summary>
internal static class CertaintyReader
{
    private static readonly (string Class, Certainty Certainty)[] s_classes =
    [
        ("expected", Certainty.Expected), ("presumed", Certainty.Presumed), ("believed", Certainty.Believed), ("planned", Certainty.Planned), ("said", Certainty.Said),
    ];

    public static Certainty Of(ReadOnlySpan<Word> predicate, bool isPassiveChain)
    {
        for (var i = 0; i < predicate.Length; i++)
        {
            var word = predicate[i];
            if (i == predicate.Length - 1 && word.IsVerb)
            {
                // The verb itself says only that something is planned: who says or believes is another matter.
                return word.Verb is { } last && WordClasses.Is("planned", last.Lemma) ? Certainty.Planned : Certainty.Stated;
            }

            // "is believed to have died" hedges what follows; "believed" as the main verb is what somebody believes.
            var lemma = word.Verb?.Lemma ?? word.Lower;
            if (word.Verb is not null && !isPassiveChain && lemma is not ("appear" or "seem" or "plan" or "intend" or "aim" or "hope" or "want" or "prepare" or "agree" or "decide" or "promise" or "pledge" or "vow" or "seek" or "propose"))
            {
                continue;
            }

            foreach (var (name, certainty) in s_classes)
            {
                if (WordClasses.Is(name, lemma) || WordClasses.Is(name, word.Lower))
                {
                    return certainty;
                }
            }
        }

        return Certainty.Stated;
    }
}
