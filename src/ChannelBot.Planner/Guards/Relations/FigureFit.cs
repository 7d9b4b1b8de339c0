using System.Text.RegularExpressions;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>A number counts in an answer what it counts in the article, over the same time.</summary>
internal static partial class FigureFit
{
    /// <summary>Prepositions that say in which way a number is meant.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "to", "from", "at", "by", "between", "against", "than", "within", "on", "for", "up", "in", "across", "below", "above", "over", "under" };

    /// <summary>As many words only name a number: "8,400 visitors".</summary>
    private const int Few = 3;

    public static string? Problem(GuardedAnswer answer, GuardedSentence sentence, ClauseMap map, List<WordMatches> matches, bool isTaken)
    {
        // A few words without a verb say nothing of their number that could be false.
        var isSaid = map.Pieces.Exists(piece => piece.Verbs.Count > 0) || map.Words.Count(word => word.Tag is Tag.Number) > 1;
        if (!isSaid || Workings.Bear(answer, sentence) || Enumerable.Range(0, map.Words.Length).Count(map.IsContent) <= Few)
        {
            return null;
        }

        for (var i = 0; i < map.Words.Length; i++)
        {
            if (map.Words[i].Tag is not Tag.Number || map.Chunks[map.ChunkOf[i]].Kind is ChunkKind.Time)
            {
                continue;
            }

            if (matches.TrueForAll(one => one.Of(i).IsEmpty))
            {
                if (map.Words[i].Mention >= 0 && map.Mentions[map.Words[i].Mention].Quantity.Value > 1 && NounOf(map, i) is var many and >= 0
                    && matches.Exists(one => one.Any(many, place => IsOne(one.Evidence, place))))
                {
                    return $"“{map.Words[i].Lower} {map.Words[many].Lower}” is one in the cited sentences";
                }

                continue;
            }

            var noun = NounOf(map, i);
            if (!isTaken && noun >= 0 && matches.Exists(one => !one.Of(noun).IsEmpty) && !matches.Exists(one => one.Any(i, place => Counts(answer, sentence, one, place, noun))))
            {
                return $"“{map.Words[i].Lower}” counts no {map.Words[noun].Lower} in the cited sentences";
            }

            if (!isTaken && map.Pieces[map.PieceOf[i]].Verbs.Count > 0 && !matches.Exists(one => one.Any(i, place => IsMeantAlike(map.PrepositionOf(i), one.Evidence.PrepositionOf(place)))))
            {
                return $"“{map.PrepositionOf(i)} {map.Words[i].Lower}” is not how the cited sentence means it";
            }

            if (map.Words[i].Mention >= 0
                && !matches.Exists(one => one.Any(i, place => one.Evidence.Words[place].Mention >= 0 && HasLimits(answer, map.Text[..map.Words[i].Start], Behind(map, i), Behind(one.Evidence, place)))))
            {
                return $"“{map.Words[i].Lower}” is said without the time or the measure that the cited sentence gives with it, or with another's";
            }
        }

        return null;
    }

    /// <summary>"8,400 people visited this year": a cited figure in the words of its own name, "visitors this year".</summary>
    public static bool IsNamed(GuardedAnswer answer, GuardedSentence sentence, ClauseMap map, int piece)
    {
        var words = Enumerable.Range(0, map.Words.Length).Where(word => map.PieceOf[word] == piece).ToList();
        return words.FindIndex(word => map.Words[word].Mention >= 0) is var number and >= 0
            && answer.Book.Knowledge.Figures.Any(figure => figure.Quantity.Value == map.Mentions[map.Words[words[number]].Mention].Quantity.Value
                && sentence.Evidence.Exists(one => one.Sentence.Start <= figure.Start && figure.Start < one.Sentence.End)
                && words.TrueForAll(word => !map.IsContent(word) || map.Words[word].Mention >= 0
                    || IsInName(figure, map.Stems[word]) || NameOf(figure).Any(token => Lexicon.English.IsKindOf(token.Stem, map.Stems[word]))));
    }

    /// <summary>"a body", "another body"</summary>
    private static bool IsOne(ClauseMap map, int word) => map.Words[map.Chunks[map.ChunkOf[word]].First].Lower is "a" or "an" or "another" or "one";

    private static bool IsMeantAlike(string own, string its) => own == its || (!Telling.Contains(own) && !Telling.Contains(its));

    /// <summary>"14 rescuers", "a team of 14", "84% of those": the noun that a number counts; -1 for none.</summary>
    private static int NounOf(ClauseMap map, int number)
    {
        var k = map.ChunkOf[number];
        var chunk = map.Chunks[k];
        if (chunk.Head > number && map.Words[chunk.Head].Tag is Tag.Noun or Tag.Name)
        {
            return chunk.Head;
        }

        return k + 2 < map.Chunks.Count && map.Chunks[k + 1] is { Kind: ChunkKind.Preposition, Text: "of" } && map.Chunks[k + 2].Kind is ChunkKind.Noun ? map.Chunks[k + 2].Head : -1;
    }

    private static bool Counts(GuardedAnswer answer, GuardedSentence sentence, WordMatches matches, int number, int noun)
    {
        var evidence = matches.Evidence;
        var chunk = evidence.ChunkOf[number];
        if (matches.Any(noun, place => evidence.ChunkOf[place] is var other
            && (other == chunk || (Math.Abs(other - chunk) == 2 && evidence.Chunks[Math.Min(other, chunk) + 1] is { Kind: ChunkKind.Preposition, Text: "of" or "to" or "in" or "by" or "at" }))))
        {
            return true;
        }

        // "8,400 visitors, including 310 since then": what is counted stands before.
        var start = sentence.Evidence.Find(one => ReferenceEquals(answer.Book.ClausesOf(one), evidence))!.Sentence.Start + evidence.Words[number].Start;
        var stem = matches.Answer.Stems[noun];
        return answer.Book.Knowledge.Figures.Any(figure => figure.Start <= start + 1 && start < figure.End
            && IsInName(figure, stem));
    }

    private static bool IsInName(Figure figure, string stem) =>
        NameOf(figure).Any(token => token.Stem == stem || Lexicon.English.Similarity(token.Stem, stem) >= 0.75);

    private static Token[] NameOf(Figure figure) => Tokenizer.Tokenize($"{figure.Noun} {figure.Name}");

    /// <summary>"A day" and "since the election" stay with the number that they limit, and go to no other.</summary>
    private static bool HasLimits(GuardedAnswer answer, string front, string own, string its)
    {
        var (said, known) = (Limit().Match(own), Limit().Match(its));
        if (said.Success != known.Success)
        {
            return !said.Success && (known.Groups["rate"] is { Success: true } rate
                ? Regex.IsMatch(front + own, $@"\b(a|an|per|each|every) {Regex.Escape(rate.Value)}\b") || IsUsers(answer, rate.Value)
                : Tokenizer.Tokenize(known.Value).Where(token => token is { IsWord: true, IsStopWord: false }).All(token => Tokenizer.Tokenize(front + own).Any(one => one.Stem == token.Stem) || IsUsers(answer, token.Lower)));
        }

        return !said.Success || Tokenizer.Tokenize(known.Value).Any(token => !token.IsStopWord && Tokenizer.Tokenize(said.Value).Any(one => one.Stem == token.Stem));
    }

    private static bool IsUsers(GuardedAnswer answer, string word) => Tokenizer.Tokenize(answer.Grounds.UserText).Any(token => token.Lower == word);

    private static string Behind(ClauseMap map, int number) => map.Text[(map.Mentions[map.Words[number].Mention].NumberEnd)..];

    /// <summary>What the grammar of numbers leaves open: a rate, or the time since when or within which it holds.</summary>
    [GeneratedRegex(@"^( ?(million|billion|bn|m|percent|per cent|%|p))?( (?!and\b|or\b)[\w%’'-]+){0,2}? (((a|an|per|each|every) (?<rate>second|minute|hour|day|night|week|month|year|season|share|head|person|people|household|violation|tonne|litre|mile))|(since|until|within) [^,.;]*?(?=[,.;]|$|( (is|are|was|were|has|have|had) )))")]
    private static partial Regex Limit();
}
