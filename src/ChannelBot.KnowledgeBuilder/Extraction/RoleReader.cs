using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads what a person is from the words before or behind the name.</summary>
internal static class RoleReader
{
    /// <summary>"Home Secretary" before the name, "the museum’s director," before it, ", chief executive of the firm," behind it; null for none.</summary>
    public static string? Of(Reading reading, NameUse use)
    {
        var title = Title(reading, use);
        return title is not null && !IsDegree(title) ? title : Before(reading, use) ?? Behind(reading, use) ?? title;
    }

    /// <summary>"Professor" says less than "the study’s lead author".</summary>
    private static bool IsDegree(string title) => title.TrimEnd('.').ToLowerInvariant() is
        "dr" or "prof" or "professor" or "rev" or "revd" or "reverend" or "father" or "sister" or "brother" or "officer" or "captain" or "judge";

    private static string? Title(Reading reading, NameUse use)
    {
        var first = use.TitleFirst;
        while (first < use.First && NameWords.Is("courtesy", reading.Words[first].Lower))
        {
            first++;
        }

        if (first == use.First)
        {
            return null;
        }

        // "former President", "Romania’s Foreign Minister": small words of the same phrase belong to it.
        while (first > 0 && reading.Words[first - 1].Lower is "former" or "acting" or "deputy" or "shadow" or "vice" or "senior" or "interim")
        {
            first--;
        }

        return reading.Text(first, use.First);
    }

    private static string? Before(Reading reading, NameUse use)
    {
        var words = reading.Words;
        var end = use.TitleFirst;
        while (end > 0 && words[end - 1].Lower is "the")
        {
            end--;
        }

        var isApposed = end > 0 && words[end - 1].Tag is Tag.Comma;
        if (isApposed)
        {
            end--;
        }

        if (end == 0 || words[end - 1].IsOwner || words[end - 1].Tag is not (Tag.Noun or Tag.Name) || reading.ChunkAt(end - 1) is var at && at < 0)
        {
            return null;
        }

        var first = Math.Min(reading.Chunks[at].First, end - 1);

        // "the leader of the council, Helen Marsh": back over the "of".
        while (isApposed && at >= 2 && reading.Chunks[at - 1] is { Kind: ChunkKind.Preposition, Text: "of" or "for" or "at" } && reading.Chunks[at - 2].Kind is ChunkKind.Noun)
        {
            at -= 2;
            first = reading.Chunks[at].First;
        }

        var head = at == reading.ChunkAt(end - 1) ? words[end - 1].Lower : reading.Chunks[at].Text;
        return IsRole(head) ? Text(reading, first, end) : null;
    }

    private static string? Behind(Reading reading, NameUse use)
    {
        var words = reading.Words;
        var next = use.Last;
        if (next + 1 >= words.Length)
        {
            return null;
        }

        var isCopula = words[next].Lower is "is" or "was";
        if (words[next].Tag is not Tag.Comma && !isCopula)
        {
            return null;
        }

        next++;
        if (!isCopula && words[next].Tag is Tag.Number && next + 2 < words.Length && words[next + 1].Tag is Tag.Comma)
        {
            next += 2;
        }

        if (!isCopula && words[next].Lower is "who" && next + 2 < words.Length && words[next + 1].Lower is "is" or "was")
        {
            next += 2;
        }

        var at = reading.ChunkAt(next);
        if (at < 0 || reading.Chunks[at].Kind is not ChunkKind.Noun || reading.Chunks[at].First != next || !IsRole(reading.Chunks[at].Text))
        {
            return null;
        }

        var last = at;
        while (last + 2 < reading.Chunks.Count
            && reading.Chunks[last + 1] is { Kind: ChunkKind.Preposition, Text: "of" or "for" or "at" or "in" or "from" or "with" }
            && reading.Chunks[last + 2].Kind is ChunkKind.Noun)
        {
            last += 2;
        }

        // A name behind a role with no comma between is the person's own: "Coach Lee, captain Ann Ray".
        return Text(reading, next, reading.Chunks[last].Last);
    }

    private static bool IsRole(string head) => NameWords.Is("role", head) || NameWords.Is("title", head) || NameWords.IsPersonNoun(head);

    private static string Text(Reading reading, int first, int end)
    {
        while (first < end - 1 && reading.Words[first].Tag is Tag.Determiner or Tag.Possessive or Tag.Quote)
        {
            first++;
        }

        return reading.Text(first, end);
    }
}
