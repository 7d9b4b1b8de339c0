using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Guards.Relations;

/// <content>What words do in their clause.</content>
internal sealed partial class ClauseMap
{
    /// <summary>The nouns, and their numbers, that a subject is about: not what only describes them.</summary>
    public List<int> Heads(IEnumerable<Stretch> subjects)
    {
        var heads = new List<int>();
        foreach (var subject in subjects)
        {
            for (var k = subject.First; k < subject.Last; k++)
            {
                var isOther = k > subject.First && Chunks[k - 1] is { Kind: ChunkKind.Preposition, Text: not ("of" or "among" or "including") };
                if (Chunks[k].IsVerbal)
                {
                    break;
                }

                if (Chunks[k].Kind is not ChunkKind.Noun || isOther)
                {
                    continue;
                }

                for (var i = Chunks[k].First; i < Chunks[k].Last; i++)
                {
                    if (i == Chunks[k].Head || Words[i].Tag is Tag.Number || (Words[i].Tag is Tag.Name && !Words[i].IsOwner))
                    {
                        heads.Add(i);
                    }
                }
            }
        }

        return heads;
    }

    /// <summary>Whether the clause, or its subject, has a word of denial.</summary>
    public bool IsDenied(int piece)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if ((PieceOf[i] == piece || Pieces[piece].Subjects.Exists(subject => IsIn(i, subject)))
                && (Words[i].Tag is Tag.Negation || Words[i].Lower is "no" or "none" or "nobody" or "neither" or "never" or "nothing" or "not" || Words[i].Lower.EndsWith("n't", StringComparison.Ordinal) || Words[i].Lower is "cannot"))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsOfVerb(int word, ClausePiece piece) => piece.Verbs.Contains(ChunkOf[word]);
}
