using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>How far a noun phrase reaches, and what it is, in one sentence.</summary>
internal sealed class Phrases(Reading reading, Speakers speakers)
{
    private readonly List<Chunk> _chunks = reading.Chunks;

    public ChunkKind Kind(int at) => at >= 0 && at < _chunks.Count ? _chunks[at].Kind : ChunkKind.Stop;

    public Stretch Words(int firstChunk, int lastChunk) => new(_chunks[firstChunk].First, _chunks[lastChunk - 1].Last);

    /// <summary>Whether a noun phrase begins here whose verb follows before the sentence breaks: a clause without "that".</summary>
    public bool IsClauseAhead(int at)
    {
        if (Kind(at) is not ChunkKind.Noun)
        {
            return false;
        }

        // "those who voted backed it": the verb behind "who" is not the one looked for.
        var verbs = 1;
        for (var next = at + 1; next < Math.Min(_chunks.Count, at + 12); next++)
        {
            switch (_chunks[next].Kind)
            {
                case ChunkKind.Finite:
                    if (--verbs == 0)
                    {
                        return true;
                    }

                    continue;
                case ChunkKind.Comma when Kind(next + 1) is ChunkKind.Noun && Kind(next + 2) is ChunkKind.Comma && IsVerbAt(next + 3):
                    next += 2;
                    continue;
                case ChunkKind.Comma when ListEnd(next, isSubject: true) is > 0 and var list:
                    next = list - 1;
                    continue;
                case ChunkKind.Relative:
                    verbs++;
                    continue;
                case ChunkKind.Noun when verbs > 1:
                    continue;
                case ChunkKind.Open when Kind(next + 2) is ChunkKind.Close:
                    next += 2;
                    continue;
                case ChunkKind.Noun when _chunks[next - 1].Kind is ChunkKind.Preposition or ChunkKind.Conjunction or ChunkKind.Participle or ChunkKind.Ing or ChunkKind.Quote or ChunkKind.Infinitive:
                case ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Adverb or ChunkKind.Quote or ChunkKind.Conjunction:
                case ChunkKind.Participle or ChunkKind.Ing:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private bool IsVerbAt(int at)
    {
        while (Kind(at) is ChunkKind.Adverb or ChunkKind.Quote)
        {
            at++;
        }

        return Kind(at) is ChunkKind.Finite;
    }

    /// <summary>One past the chunks of an object: its "of …", what describes it, and the rest of a list.</summary>
    public int ObjectEnd(int at, bool takesPlaces = false)
    {
        var end = at + 1;
        while (end < _chunks.Count)
        {
            var next = Kind(end);
            if (next is ChunkKind.Quote && Kind(end + 1) is ChunkKind.Preposition or ChunkKind.Noun or ChunkKind.Quote || (next is ChunkKind.Quote && end + 1 >= _chunks.Count))
            {
                end++;
                continue;
            }

            if (next is ChunkKind.Preposition && Kind(end + 1) is ChunkKind.Noun && (Belongs(_chunks[end].Text) || (takesPlaces && _chunks[end].Text is "in" or "on" or "at" or "near")))
            {
                end += 2;
                continue;
            }

            if (next is ChunkKind.Preposition && Kind(end + 1) is ChunkKind.Ing && _chunks[end].Text == "of")
            {
                end = DescriptionEnd(end + 1);
                continue;
            }

            if (next is ChunkKind.Participle or ChunkKind.Ing && Kind(end - 1) is ChunkKind.Noun)
            {
                end = DescriptionEnd(end);
                continue;
            }

            // "the Railway Staff Union (RSU) members"
            if (next is ChunkKind.Open && Kind(end + 1) is ChunkKind.Noun && Kind(end + 2) is ChunkKind.Close && reading.Words[_chunks[end + 1].Head].Tag is Tag.Name)
            {
                end += Kind(end + 3) is ChunkKind.Noun && reading.Words[_chunks[end + 3].First].Tag is Tag.Noun or Tag.Name && !IsClauseAhead(end + 3) ? 4 : 3;
                continue;
            }

            if (ListEnd(end) is > 0 and var list)
            {
                end = list;
                continue;
            }

            if (QuoteEnd(at, end) is > 0 and var quoted)
            {
                end = quoted;
                continue;
            }

            break;
        }

        while (end > at + 1 && Kind(end - 1) is ChunkKind.Quote && !OpensInside(at, end - 1))
        {
            end--;
        }

        return end;
    }

    /// <summary>One past a participle and what goes with it: "exploiting vulnerable individuals for profit", "found adrift".</summary>
    public int DescriptionEnd(int at)
    {
        var end = at + 1;
        while (end < _chunks.Count)
        {
            var next = Kind(end);
            if (next is ChunkKind.Noun && (end == at + 1 && !IsSaying(at) || !IsClauseAhead(end)) || next is ChunkKind.Adjective or ChunkKind.Adverb or ChunkKind.Time)
            {
                end++;
            }
            else if (next is ChunkKind.Preposition && Kind(end + 1) is ChunkKind.Noun or ChunkKind.Time or ChunkKind.Ing)
            {
                end += 2;
            }
            else if (next is ChunkKind.Quote && end + 1 < _chunks.Count && Kind(end + 1) is ChunkKind.Noun or ChunkKind.Adjective)
            {
                end++;
            }
            else if (ListEnd(end) is > 0 and var list)
            {
                end = list;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Behind a verb of saying a noun may open what is said; behind any other it is the object.</summary>
    private bool IsSaying(int verb) => reading.Words[_chunks[verb].Head].Verb is { } form && WordClasses.Is("reporting", form.Lemma);

    /// <summary>"and Peru", ", Chile, and Peru": one past a list that goes on here; 0 where none does.</summary>
    /// <param name="isSubject">A verb may follow: the list is the subject of a clause.</param>
    public int ListEnd(int at, bool isSubject = false)
    {
        var end = at;
        while (end < _chunks.Count)
        {
            if (Kind(end) is ChunkKind.Conjunction && _chunks[end].Text is "and" or "or" or "&" or "plus" && Kind(end + 1) is ChunkKind.Noun && (isSubject || !IsClauseAhead(end + 1)))
            {
                return OfEnd(end + 2);
            }

            if (Kind(end) is not ChunkKind.Comma)
            {
                return 0;
            }

            var next = end + 1;
            if (Kind(next) is ChunkKind.Conjunction)
            {
                end = next;
                continue;
            }

            if (Kind(next) is not ChunkKind.Noun || (!isSubject && IsClauseAhead(next)))
            {
                return 0;
            }

            // A comma and a noun are a list only where "and" follows.
            end = OfEnd(next + 1);
            if (Kind(end) is not (ChunkKind.Comma or ChunkKind.Conjunction))
            {
                return 0;
            }
        }

        return 0;
    }

    private int OfEnd(int end)
    {
        while (Kind(end) is ChunkKind.Preposition && _chunks[end].Text is "of" && Kind(end + 1) is ChunkKind.Noun)
        {
            end += 2;
        }

        return end;
    }

    private static bool Belongs(string preposition) => preposition is "of" or "between" or "among" or "than" or "such as" or "other than" or "per" or "like";

    /// <summary>One past the mark that closes a quotation opened in the chunks before; 0 where none is open.</summary>
    private int QuoteEnd(int at, int end)
    {
        var marks = 0;
        for (var i = _chunks[at].First; i < _chunks[end - 1].Last; i++)
        {
            marks += reading.Words[i].Tag is Tag.Quote ? 1 : 0;
        }

        if (marks % 2 == 0)
        {
            return 0;
        }

        for (var i = end; i < Math.Min(_chunks.Count, end + 12) && _chunks[i].Kind is not (ChunkKind.Finite or ChunkKind.Stop); i++)
        {
            if (_chunks[i].Kind is ChunkKind.Quote)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private bool OpensInside(int at, int quote)
    {
        var word = reading.Words[_chunks[quote].First];
        if (word.Lower is "“" or "‘")
        {
            return false;
        }

        var marks = 0;
        for (var i = _chunks[at].First; i < _chunks[quote].First; i++)
        {
            marks += reading.Words[i].Tag is Tag.Quote ? 1 : 0;
        }

        return marks % 2 == 1;
    }

    /// <summary>Whether a noun phrase names a place.</summary>
    public bool IsPlace(Chunk chunk)
    {
        if (chunk.Kind is not ChunkKind.Noun)
        {
            return false;
        }

        var head = reading.Words[chunk.Head];
        if (NameWords.IsPlaceNoun(head.Lower) && !head.IsOwner || head.Lower is "route" or "routes" or "path" or "track" or "line" or "sea" or "coast" or "side" or "area" or "ground" or "floor" or "home" or "outskirts" or "centre" or "center" or "site" or "scene" or "water" or "sky" or "space" or "world")
        {
            return true;
        }

        var place = reading.Place(chunk);
        return head.Tag is Tag.Name && speakers.Names(place, EntityKind.Place);
    }

    /// <summary>Whether a noun phrase means people.</summary>
    public bool IsPeople(Stretch words)
    {
        var chunk = _chunks[Math.Max(0, reading.ChunkAt(words.First))];
        var head = reading.Words[chunk.Head];
        return head.Tag is Tag.Pronoun
            ? head.Lower is "he" or "she" or "they" or "him" or "her" or "them" or "who" or "whom" or "i" or "we" or "us" or "me" or "you" or "everyone" or "someone" or "nobody" or "anyone"
            : NameWords.IsPersonNoun(head.Lower) || NameWords.IsGroupNoun(head.Lower)
                || speakers.Names(reading.Place(words.First, Math.Min(words.Last, chunk.Last)), EntityKind.Person)
                || (head.Tag is Tag.Name && speakers.Names(reading.Place(chunk), EntityKind.Organisation));
    }
}
