using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>Holds one clause of an answer against one sentence of the article: the same verb with the same roles.</summary>
internal sealed class ClauseFit(WordMatches matches)
{
    /// <summary>Prepositions that may be left out or put in.</summary>
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal) { "of", "with", "including", "such as", "like", "among", "about", "up", "down" };

    /// <summary>Prepositions of place that stand for each other.</summary>
    private static readonly HashSet<string> Placing = new(StringComparer.Ordinal) { "in", "on", "at", "of", "off", "near", "within", "inside", "along", "across", "during" };

    private readonly ClauseMap _answer = matches.Answer;
    private readonly ClauseMap _evidence = matches.Evidence;

    /// <summary>Whether the sentence says what the clause says.</summary>
    /// <param name="isElsewhere">Whether a word without a place here has one in another sentence that is cited.</param>
    public bool Holds(int piece, Func<int, bool> isElsewhere)
    {
        var clause = _answer.Pieces[piece];
        var words = WordsOf(piece);
        if (words.Any(word => matches.Of(word).IsEmpty && isElsewhere(word)))
        {
            return false;
        }

        var known = words.Where(word => !matches.Of(word).IsEmpty).ToList();
        if (clause.Verbs.Count == 0)
        {
            return known.Count < 2 || IsRun(known) || Enumerable.Range(0, _evidence.Pieces.Count).Any(other => AreAllOf(known, other));
        }

        var verb = clause.Verbs.Select(chunk => _answer.Chunks[chunk].Head).LastOrDefault(head => _answer.Words[head].IsVerb, _answer.Chunks[clause.Verbs[^1]].Head);
        if (!_answer.Words[verb].IsVerb || matches.Of(verb).IsEmpty)
        {
            if (clause is { IsFinite: true, IsInner: false } && known.Count > 0 && _answer.Heads(clause.Subjects).Count == 0)
            {
                return false;
            }

            if (_answer.Words[verb].Tag is Tag.Be && !_answer.IsDenied(piece) && IsExplained(known))
            {
                return true;
            }

            return Enumerable.Range(0, _evidence.Pieces.Count).Any(other => AreAllOf([.. known, .. _answer.Heads(clause.Subjects).Where(head => !matches.Of(head).IsEmpty)], other) && _answer.IsDenied(piece) == _evidence.IsDenied(other));
        }

        return matches.Any(verb, place => _evidence.IsOfVerb(place, _evidence.Pieces[_evidence.PieceOf[place]])
            ? HasRoles(piece, _evidence.PieceOf[place], known, verb)
            : HasRolesOfNoun(piece, _evidence.PieceOf[place], known, verb));
    }

    /// <summary>"Ann Lee is a doctor" of "Ann Lee, a doctor at the hospital, said": no verb stands between the words.</summary>
    private bool IsExplained(List<int> words) => words.Count > 1 && matches.Of(words[0]).ToArray().Any(start =>
    {
        var (first, last) = (_evidence.ChunkOf[start], _evidence.ChunkOf[start]);
        while (first > 0 && !_evidence.Chunks[first - 1].IsVerbal && _evidence.Chunks[first - 1].Kind is not (ChunkKind.Stop or ChunkKind.Conjunction))
        {
            first--;
        }

        while (last + 1 < _evidence.Chunks.Count && !_evidence.Chunks[last + 1].IsVerbal && _evidence.Chunks[last + 1].Kind is not (ChunkKind.Stop or ChunkKind.Conjunction))
        {
            last++;
        }

        return words.TrueForAll(word => matches.Any(word, place => _evidence.ChunkOf[place] >= first && _evidence.ChunkOf[place] <= last));
    });

    private bool HasRoles(int piece, int other, List<int> known, int verb)
    {
        var (clause, said) = (_answer.Pieces[piece], _evidence.Pieces[other]);
        if (_answer.IsDenied(piece) != _evidence.IsDenied(other) || IsOrdered(other))
        {
            return false;
        }

        var isTurned = clause.IsPassive != said.IsPassive && clause.Subjects.Count > 0;
        return (isTurned && IsEither(said) && Fits(false)) || Fits(isTurned);

        bool Fits(bool isTurned) => HasSubject(clause, said, other, isTurned)
            && known.Where(word => word != verb && !IsOfSubject(word, clause) && !_answer.IsOfVerb(word, clause)).All(word => matches.Any(word, place => IsOfTail(word, place, said, other, known, isTurned)));
    }

    /// <summary>"A company based in Leeds" and "the company based its plan on": without an object it may be either.</summary>
    private bool IsEither(ClausePiece said) => said.Verbs is [var verb] && _evidence.Words[_evidence.Chunks[verb].First].IsVerb
        && !(verb + 1 < _evidence.Chunks.Count && _evidence.Chunks[verb + 1].Kind is ChunkKind.Noun);

    /// <summary>"The discovery of two bodies" for "two bodies were discovered": what the noun has as its own is not told by its order.</summary>
    private bool HasRolesOfNoun(int piece, int other, List<int> known, int verb)
    {
        var clause = _answer.Pieces[piece];
        var saidHeads = _evidence.Heads(_evidence.Pieces[other].Subjects);
        return AreAllOf(known, other)
            && known.Where(word => word != verb && !IsOfSubject(word, clause)).All(word => matches.Any(word, place => GoWith(_answer.PrepositionOf(word), _evidence.PrepositionOf(place)) || IsWhen(word, place)))
            && (clause.Subjects.Count == 0 || clause.Subjects.Any(subject => _answer.Heads([subject]).Where(head => !matches.Of(head).IsEmpty)
                .All(head => matches.Any(head, place => saidHeads.Contains(place) || _evidence.PrepositionOf(place) is "of" or "by" || (_evidence.Words[place].Tag is Tag.Number && _evidence.PrepositionOf(place) is "" or "with" or "including")))));
    }

    /// <summary>One reading of whose subject it is holds.</summary>
    private bool HasSubject(ClausePiece clause, ClausePiece said, int other, bool isTurned)
    {
        if (clause.Subjects.Count == 0)
        {
            return !clause.IsFinite || clause.IsInner;
        }

        var saidHeads = _evidence.Heads(said.Subjects);
        return clause.Subjects.Any(subject =>
        {
            var heads = _answer.Heads([subject]).Where(head => !matches.Of(head).IsEmpty);
            if (!isTurned)
            {
                return (saidHeads.Count == 0 && !said.IsFinite) || (saidHeads.TrueForAll(head => _evidence.Words[head].Tag is Tag.Pronoun)
                    ? heads.All(head => _answer.Words[head].Tag is not Tag.Number && matches.Any(head, place => _evidence.PieceOf[place] < other))
                    : heads.All(head => matches.Any(head, saidHeads.Contains)));
            }

            return clause.IsPassive
                ? heads.All(head => matches.Any(head, place => _evidence.PieceOf[place] == other && !saidHeads.Contains(place) && _evidence.PrepositionOf(place) is "" or "of"))
                : heads.All(head => matches.Any(head, place => _evidence.PieceOf[place] == other && _evidence.PrepositionOf(place) is "by"));
        });
    }

    /// <summary>A word behind the verb stands behind the same verb in the article, with the same preposition.</summary>
    private bool IsOfTail(int word, int place, ClausePiece said, int other, List<int> known, bool isTurned)
    {
        var (own, its) = (_answer.PrepositionOf(word), _evidence.PrepositionOf(place));
        var isOfSubject = said.Subjects.Exists(subject => _evidence.IsIn(place, subject)) && !_evidence.IsOfVerb(place, said);
        if ((isTurned && isOfSubject) || own == "according to")
        {
            // Of who says so the guard of speakers tells.
            return true;
        }

        if (isOfSubject || own == "by" != (its == "by") || (!GoWith(own, its) && !IsWhen(word, place) && !IsOfPlace(place, said)))
        {
            return false;
        }

        var piece = _evidence.PieceOf[place];
        return piece == other || _evidence.Pieces[piece].Verbs.Count == 0 || IsOfPlace(place, said) || HasVerbOf(piece, known) || (IsInFront(word) && HasVerbOf(piece, Enumerable.Range(0, _answer.Words.Length)));
    }

    /// <summary>The verb of a clause of the article is among the words.</summary>
    private bool HasVerbOf(int piece, IEnumerable<int> words) => words.Any(word => matches.Any(word, place => _evidence.PieceOf[place] == piece && _evidence.IsOfVerb(place, _evidence.Pieces[piece])));

    /// <summary>"On Tuesday two men, thought to be brothers, were found": what stands in front goes with a later verb.</summary>
    private bool IsInFront(int word) => _answer.Pieces[_answer.PieceOf[word]].Verbs is [var verb, ..] && _answer.ChunkOf[word] < verb;

    private bool IsOfPlace(int place, ClausePiece said) => said.Place is { } where && _evidence.IsIn(place, where);

    private static bool GoWith(string own, string its) => own == its
        || (own.Length == 0 && Light.Contains(its))
        || (its.Length == 0 && Light.Contains(own))
        || (Placing.Contains(own) && Placing.Contains(its));

    private bool IsWhen(int word, int place) => _answer.Chunks[_answer.ChunkOf[word]].Kind is ChunkKind.Time || _evidence.Chunks[_evidence.ChunkOf[place]].Kind is ChunkKind.Time;

    /// <summary>All words stand with one verb of the article, or in what may be its subject.</summary>
    private bool AreAllOf(List<int> words, int other) => !IsOrdered(other) && words.TrueForAll(word => matches.Any(word, place =>
        _evidence.PieceOf[place] == other || _evidence.Pieces[_evidence.PieceOf[place]].Verbs.Count == 0 || _evidence.Pieces[other].Subjects.Exists(subject => _evidence.IsIn(place, subject))));

    /// <summary>The words stand so in the article, one behind the other.</summary>
    private bool IsRun(List<int> words)
    {
        foreach (var start in matches.Of(words[0]))
        {
            var at = start;
            var isRun = true;
            for (var i = 1; i < words.Count && isRun; i++)
            {
                at++;
                while (at < _evidence.Words.Length && !_evidence.IsContent(at))
                {
                    at++;
                }

                isRun = matches.Of(words[i]).Contains(at);
            }

            if (isRun)
            {
                return true;
            }
        }

        return false;
    }

    private List<int> WordsOf(int piece)
    {
        var words = new List<int>();
        for (var i = 0; i < _answer.Words.Length; i++)
        {
            if (_answer.PieceOf[i] == piece && _answer.IsContent(i))
            {
                words.Add(i);
            }
        }

        return words;
    }

    /// <summary>"tell everybody that …": what somebody is told to say is not said to be so.</summary>
    private bool IsOrdered(int piece) => piece > 0 && _evidence.Pieces[piece].Opener == "that" && _evidence.Pieces[piece - 1] is { Subjects.Count: 0, Verbs.Count: > 0, IsFinite: false };

    private bool IsOfSubject(int word, ClausePiece clause) => clause.Subjects.Exists(subject => _answer.IsIn(word, subject));
}
