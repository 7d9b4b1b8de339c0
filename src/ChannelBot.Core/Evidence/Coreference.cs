using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>Whom each sentence of an article speaks of without naming them: "she", "his", "the 24-year-old".</summary>
/// <remarks>It is the person named last in the sentence, else whom the sentence before began with. Words in quotation marks are left out: there "he" may be anybody.</remarks>
internal static class Coreference
{
    /// <summary>So many sentences back somebody is still spoken of.</summary>
    private const int Furthest = 2;

    /// <returns>For each sentence the id of the person; null where it speaks of nobody so, or nobody was named.</returns>
    public static string?[] Of(KnowledgeFile knowledge, Func<Sentence, Token[]> tokensOf)
    {
        var mentions = knowledge.Entities.Where(entity => entity.Kind is EntityKind.Person)
            .SelectMany(entity => entity.Mentions.Select(place => (entity.Id, place.Start))).OrderBy(mention => mention.Start).ToArray();
        var found = new string?[knowledge.Sentences.Count];
        var spokenOf = new string?[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var sentence = knowledge.Sentences[i];
            var named = mentions.Where(mention => mention.Start >= sentence.Start && mention.Start < sentence.End).ToArray();
            if (Pronoun(tokensOf(sentence), sentence.Text) is { } pronoun)
            {
                var before = Array.FindLast(named, mention => mention.Start < sentence.Start + pronoun.Start).Id;
                found[i] = before ?? Enumerable.Range(1, Furthest).Where(back => i >= back).Select(back => spokenOf[i - back]).FirstOrDefault(id => id is not null);
            }

            spokenOf[i] = found[i] ?? named.FirstOrDefault().Id;
        }

        return found;
    }

    /// <summary>The first word that stands for somebody, outside of quotation marks; null where there is none.</summary>
    private static Token? Pronoun(Token[] tokens, string text)
    {
        int at = 0, marks = 0;
        var isQuoted = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            for (; at < tokens[i].Start; at++)
            {
                marks += text[at] is '"' ? 1 : 0;
                isQuoted = text[at] is '“' || (text[at] is not '”' && isQuoted);
            }

            if (!isQuoted && marks % 2 == 0 && (tokens[i].Lower is "he" or "she" or "him" or "her" or "his" || IsAged(tokens, i)))
            {
                return tokens[i];
            }
        }

        return null;
    }

    /// <summary>"The 24-year-old".</summary>
    private static bool IsAged(Token[] tokens, int at) =>
        tokens[at].Lower is "the" && at + 5 < tokens.Length && tokens[at + 3].Lower is "year" && tokens[at + 5].Lower is "old";
}
