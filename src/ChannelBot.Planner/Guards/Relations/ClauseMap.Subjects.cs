using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Guards.Relations;

/// <content>Finds what may be the subject of a verb.</content>
internal sealed partial class ClauseMap
{
    /// <summary>The noun phrase before a verb with all that hangs on it; -1 where none stands in the stretch.</summary>
    private int SubjectStart(int k)
    {
        var start = -1;
        for (var j = k - 1; j >= _stretch && Chunks[j].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Adverb or ChunkKind.Adjective or ChunkKind.Quote or ChunkKind.Other; j--)
        {
            if (Chunks[j].Kind is ChunkKind.Noun && (j == 0 || j == _stretch || Chunks[j - 1].Kind is not ChunkKind.Preposition))
            {
                start = j;
            }
        }

        return start;
    }

    /// <summary>From the first noun phrase of the piece on: "Whitlock, who teaches geography, and the pupils had set out".</summary>
    private List<Stretch> OpenSubject(int k)
    {
        for (var j = Pieces[^1].First; j < k; j++)
        {
            if (Chunks[j].Kind is ChunkKind.Noun && (j == 0 || (Pieces[^1].Opener.Length > 0 && j == Pieces[^1].First + 1) || Chunks[j - 1].Kind is not ChunkKind.Preposition))
            {
                return [new Stretch(j, k)];
            }
        }

        return [];
    }

    /// <summary>Whoever a verb without a subject of its own may go on with: a phrase that waits for its verb, else the subjects of the verbs before.</summary>
    private List<Stretch> Earlier()
    {
        for (var at = Pieces.Count - 1; at >= 0; at--)
        {
            var piece = Pieces[at];
            if (piece.Verbs.Count == 0 && !piece.IsInner)
            {
                var end = at + 1 < Pieces.Count ? Pieces[at + 1].First : Chunks.Count;
                for (var j = piece.First; j < end; j++)
                {
                    if (Chunks[j].Kind is ChunkKind.Noun && (j == 0 || Chunks[j - 1].Kind is not ChunkKind.Preposition))
                    {
                        return [new Stretch(j, end)];
                    }
                }
            }

            if (piece.IsApart)
            {
                break;
            }
        }

        return Pieces.FindLast(piece => piece.IsFinite && !piece.IsInner) is { } main
            ? [.. Pieces[^1].Subjects.Concat(main.Subjects).Distinct()]
            : Pieces[^1].Subjects;
    }

    private List<Stretch> NounBefore(int k)
    {
        var last = k - 1;
        while (last > 0 && Chunks[last].Kind is ChunkKind.Comma or ChunkKind.Open or ChunkKind.Adverb or ChunkKind.Stop or ChunkKind.Preposition)
        {
            last--;
        }

        // "a ring 3,200 years old that"
        while (last > 0 && Chunks[last].Kind is ChunkKind.Adjective or ChunkKind.Time)
        {
            last--;
        }

        if (last < 0 || Chunks[last].Kind is not ChunkKind.Noun)
        {
            return [];
        }

        var first = last;
        while (first >= 2 && Chunks[first - 1].Kind is ChunkKind.Preposition && Chunks[first - 2].Kind is ChunkKind.Noun)
        {
            first -= 2;
        }

        // "Ann Lee, 38, a doctor at the hospital, who": whoever the phrases between commas explain.
        var nouns = new List<Stretch> { new(first, last + 1) };
        while (Explained(first) is >= 0 and var explained && explained >= Pieces[^1].First)
        {
            last = explained;
            first = last;
            while (first >= 2 && Chunks[first - 1].Kind is ChunkKind.Preposition && Chunks[first - 2].Kind is ChunkKind.Noun)
            {
                first -= 2;
            }

            nouns.Add(new Stretch(first, last + 1));
        }

        return nouns;
    }

    /// <summary>The noun phrase that the one at <paramref name="first"/> explains; -1 for none.</summary>
    private int Explained(int first) => first >= 1 && Chunks[first - 1].Kind is ChunkKind.Noun ? first - 1
        : first >= 2 && Chunks[first - 1].Kind is ChunkKind.Comma && Chunks[first - 2].Kind is ChunkKind.Noun ? first - 2
        : -1;
}
