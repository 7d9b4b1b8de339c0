using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Finds phrases that name a body by a name and a noun: "French authorities", "the Northmoor county council", "Labour government".</summary>
internal static class GroupNames
{
    public static void Add(List<NameCandidate> candidates, List<Reading> readings)
    {
        var known = candidates.Where(candidate => candidate.Words.Length > 1).ToDictionary(candidate => candidate.Name.ToLowerInvariant(), StringComparer.Ordinal);
        for (var i = 0; i < readings.Count; i++)
        {
            foreach (var chunk in readings[i].Chunks)
            {
                if (chunk.Kind is ChunkKind.Noun && First(readings[i], chunk) is { } first)
                {
                    Add(candidates, known, readings[i], i, first, chunk);
                }
            }
        }

        // "Dutch" and "French" alone only describe.
        candidates.RemoveAll(candidate => candidate.Words.Length == 1 && candidate.Kind is EntityKind.Group && NameWords.IsNation(candidate.Words[0]) && !candidate.Name.EndsWith('s'));
    }

    private static void Add(
        List<NameCandidate> candidates, Dictionary<string, NameCandidate> known, Reading reading, int sentence, int first, Chunk chunk)
    {
        var last = chunk.Head + 1;
        var name = reading.Text(first, last);
        var key = name.ToLowerInvariant();
        if (!known.TryGetValue(key, out var candidate))
        {
            var isBody = NameWords.IsOrganisationNoun(chunk.Text);
            candidate = new NameCandidate(name, key.Split(' '), sentence);
            candidate.Score(isBody ? EntityKind.Organisation : EntityKind.Group, 1);
            candidates.Add(candidate);
            known.Add(key, candidate);
        }

        candidate.Mentions.Add(reading.Place(first, last));
    }

    /// <summary>The word where the name begins; null where the phrase has no name before a noun for people or a body.</summary>
    private static int? First(Reading reading, Chunk chunk)
    {
        if (reading.Words[chunk.Head].Tag is not Tag.Noun || reading.Words[chunk.Head].IsOwner)
        {
            return null;
        }

        // "Dutch museums" are houses, "the Dutch government" is a body.
        var isBody = NameWords.IsOrganisationNoun(chunk.Text) && (!NameWords.IsPlaceNoun(chunk.Text) || chunk.Text is "office" or "parliament" or "court");
        for (var i = chunk.First; i < chunk.Head; i++)
        {
            if (reading.Words[i].Tag is not Tag.Name)
            {
                continue;
            }

            var isNation = NameWords.IsNation(reading.Words[i].Lower);
            var hasOwner = reading.Words.AsSpan(i, chunk.Head - i).ContainsNamedOwner();
            return !hasOwner && (isBody || (isNation && NameWords.IsGroupNoun(chunk.Text))) ? i : null;
        }

        return null;
    }

    private static bool ContainsNamedOwner(this Span<Word> words)
    {
        foreach (ref readonly var word in words)
        {
            if (word is { IsOwner: true, Tag: Tag.Name })
            {
                return true;
            }
        }

        return false;
    }
}
