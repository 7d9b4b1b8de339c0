using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Guards.Relations;

/// <content>Begins a new clause at each verb, and at the words that open one.</content>
internal sealed partial class ClauseMap
{
    private void Read(int k)
    {
        var chunk = Chunks[k];
        switch (chunk.Kind)
        {
            case ChunkKind.Stop:
                (_isCut, _isSoft, _stretch) = (true, true, k + 1);
                break;
            case ChunkKind.Comma or ChunkKind.Open or ChunkKind.Close or ChunkKind.Conjunction:
                (_isSoft, _stretch) = (true, k + 1);
                break;
            case ChunkKind.Relative or ChunkKind.That when IsRelative(k):
                Begin(k, chunk.Text, isInner: true, NounBefore(k));
                break;
            case ChunkKind.Relative or ChunkKind.That or ChunkKind.Subordinator:
                Begin(k, chunk.Text, isInner: true);
                break;
            case ChunkKind.Preposition when chunk.Text is "after" or "before" or "since" or "until" or "as" && IsClauseAhead(k + 1):
                Begin(k, chunk.Text, isInner: true);
                break;
            case ChunkKind.Infinitive or ChunkKind.Ing or ChunkKind.Participle:
                ReadInner(k);
                break;
            case ChunkKind.Finite:
                ReadFinite(k);
                break;
            default:
                if (_isCut)
                {
                    Begin(k, "", isInner: false);
                }

                _isCut = false;
                break;
        }
    }

    /// <summary>"that" after a noun and before a verb, and "who": the noun before is the subject.</summary>
    private bool IsRelative(int k) => Chunks[k].Kind is ChunkKind.Relative
        || (k > 0 && Chunks[k - 1].Kind is ChunkKind.Noun && k + 1 < Chunks.Count && Chunks[k + 1].Kind is ChunkKind.Finite);

    /// <summary>A noun phrase and its verb, with nothing between them.</summary>
    private bool IsClauseAhead(int k)
    {
        var hasNoun = false;
        for (; k < Chunks.Count && Chunks[k].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Adverb or ChunkKind.Open or ChunkKind.Close; k++)
        {
            hasNoun |= Chunks[k].Kind is ChunkKind.Noun;
        }

        return hasNoun && k < Chunks.Count && Chunks[k].Kind is ChunkKind.Finite;
    }

    private ClausePiece Begin(int first, string opener, bool isInner, params IEnumerable<Stretch> subjects)
    {
        var piece = new ClausePiece { First = first, Opener = opener, IsInner = isInner, IsApart = _isCut, Place = opener == "where" && NounBefore(first) is [var place, ..] ? place : null };
        piece.Subjects.AddRange(subjects);
        Pieces.Add(piece);
        (_isCut, _isSoft, _stretch) = (false, false, opener.Length > 0 ? first + 1 : first);
        return piece;
    }

    private void ReadInner(int k)
    {
        var current = Pieces[^1];
        var before = k - 1;
        while (before > 0 && Chunks[before].Kind is ChunkKind.Adverb or ChunkKind.Quote)
        {
            before--;
        }

        var isChain = before >= 0 && (Chunks[before].IsVerbal || Chunks[before].Kind is ChunkKind.Adjective) && current.Verbs.Count > 0 && Chunks[k].Kind is ChunkKind.Infinitive or ChunkKind.Participle;
        if (isChain)
        {
            current.Verbs.Add(k);
            current.IsPassive = Chunks[k].IsPassive;
            return;
        }

        var isOfNoun = before >= 0 && Chunks[before].Kind is ChunkKind.Noun;
        var subjects = new List<Stretch>();
        if (Chunks[k].Kind is not ChunkKind.Infinitive && NounBefore(k) is { Count: > 0 } nouns)
        {
            subjects.AddRange(nouns);
        }

        if (!isOfNoun || Chunks[k].Kind is ChunkKind.Infinitive)
        {
            subjects.AddRange(current.Subjects.Count > 0 || current.Verbs.Count > 0 ? current.Subjects : OpenSubject(k));
        }

        var piece = Begin(k, "", isInner: true, subjects);
        piece.Verbs.Add(k);
        piece.IsPassive = Chunks[k].IsPassive || Chunks[k].Kind is ChunkKind.Participle;
    }

    private void ReadFinite(int k)
    {
        var current = Pieces[^1];
        var start = SubjectStart(k);
        if (current.Verbs.Count == 0 && !_isCut)
        {
            var own = current.Subjects.Count > 0 ? current.Subjects : start >= 0 && !_isSoft ? [new Stretch(start, k)] : OpenSubject(k);
            if (current.Subjects.Count == 0)
            {
                current.Subjects.AddRange(own);
            }
        }
        else if (start >= 0 && !_isSoft && current is { IsInner: true, IsFinite: false, Opener: "", Subjects.Count: > 0 })
        {
            // "the plan to close the office has drawn": the office is of the closing.
            current = Begin(k, "", isInner: false, current.Subjects);
        }
        else if (start >= 0)
        {
            current = Begin(start, "", isInner: false, new Stretch(start, k));
        }
        else
        {
            // "its vicar, Paul Lister, said"
            var isSaying = (GuardWords.KindsOf(Words[Chunks[k].Head].Lower) & WordKinds.Saying) != 0;
            current = Begin(k, "", isInner: false, isSaying ? [.. Earlier(), .. NounBefore(k)] : Earlier());
        }

        current.Verbs.Add(k);
        current.IsFinite = true;
        current.IsPassive = Chunks[k].IsPassive;
        (_isSoft, _stretch) = (false, k + 1);
    }
}
