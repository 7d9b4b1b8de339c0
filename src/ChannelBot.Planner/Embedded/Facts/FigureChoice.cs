using System.Collections.Frozen;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Chooses, among the figures of a sentence, the one that is asked for: what it counts, what stands beside it, how it is now or how it was before.</summary>
internal sealed class FigureChoice(ArticleIndex index)
{
    private const float OfTheNoun = 1.5f;
    private const float OfAWord = 1;
    private const float OfAName = 1.6f;
    private const float OfAWeakWord = 0.5f;
    private const float OfTheTime = 1.5f;
    private const float OfTheFormer = 2.5f;

    /// <summary>What stands before the first figure is said of all of them.</summary>
    private const float BeforeTheFirst = 0.5f;

    /// <summary>By so much one has to be ahead of the others: no number is better than another one's.</summary>
    private const float Clearly = 0.5f;

    /// <summary>Words behind which a figure begins that the sentence sets beside another.</summary>
    private static readonly FrozenSet<string> s_turns = "against from to and but while whereas compared up down than beating beats with".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_leadToFormer = "from against than beating beats previous earlier".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_former = "ago earlier before previous previously former formerly originally initially last until beforehand prior opened".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The figure that answers "how many"; null where none clearly does.</summary>
    public Slot? Of(QuestionReading reading, Sentence sentence)
    {
        var form = NumberFormAsked.Of(reading);
        var figures = index.Knowledge.Figures.Where(figure => figure.Sentence == sentence.Id && MayAnswer(reading, form, figure)).OrderBy(figure => figure.Start).ToArray();
        var asksFormer = AsksFormer(reading.Question.Tokens);
        Figure? best = null;
        float score = 0, next = float.MinValue;
        foreach (var figure in figures)
        {
            var of = Score(reading, sentence, figure, figures, asksFormer);
            if (best is null || of > score)
            {
                (next, score, best) = (best is null ? float.MinValue : score, of, figure);
            }
            else
            {
                next = Math.Max(next, of);
            }
        }

        return best is null || score - next < Clearly || (form is null && CountsOther(reading, best, figures)) ? null : new Slot(SlotRole.HowMany, best.Start, best.End, best.Text);
    }

    /// <summary>"How many did it have ten years ago?", "what was it before?"</summary>
    private static bool AsksFormer(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if ((tokens[i].Lower is "with" && i > 0 && tokens[i - 1].Lower is "begin" or "start") || (tokens[i].Lower is "first" && i > 0 && tokens[i - 1].Lower is "at") || (tokens[i].Lower is "last" && i + 1 < tokens.Length && tokens[i + 1].Lower is not ("night" or "week" or "month"))
                || (tokens[i].Lower is not "last" && s_former.Contains(tokens[i].Lower)) || (tokens[i].Lower is "used" && i + 1 < tokens.Length && tokens[i + 1].Lower is "to"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayAnswer(QuestionReading reading, NumberForm? form, Figure figure) =>
        form is { } wanted ? NumberFormAsked.Is(wanted, figure)
            : SlotChoice.AsksMany(reading) ? SlotChoice.IsCounted(figure) && figure.Form is not (NumberForm.Ordinal or NumberForm.Age)
            : figure.Form is not (NumberForm.Year or NumberForm.Date or NumberForm.Clock or NumberForm.Ordinal);

    private float Score(QuestionReading reading, Sentence sentence, Figure figure, Figure[] figures, bool asksFormer)
    {
        var tokens = index.TokensOf(sentence);
        var at = Array.IndexOf(figures, figure);
        var (first, own, end) = Around(tokens, figure.Start - sentence.Start, figure.End - sentence.Start, at > 0 ? figures[at - 1].End - sentence.Start : 0, at + 1 < figures.Length ? figures[at + 1].Start - sentence.Start : sentence.Text.Length);
        var score = IsCounted(reading, figure) ? OfTheNoun : 0;
        if (figure.Noun is null && at > 0 && figures[at - 1].Form == figure.Form && IsCounted(reading, figures[at - 1]))
        {
            // "61,000 patients, against 88,000 at Larkfield"
            score += OfTheNoun;
        }

        for (var i = 0; i < reading.Question.Tokens.Length; i++)
        {
            if (WeightOf(reading, i) is > 0 and var weight)
            {
                score += Stands(reading.Question.Tokens[i], tokens.AsSpan(own..end)) ? weight
                    : Stands(reading.Question.Tokens[i], tokens.AsSpan(first..own)) ? weight * (at == 0 ? BeforeTheFirst : 1) : 0;
            }
        }

        return score + (IsFormer(tokens, first, end) != asksFormer ? 0 : asksFormer ? OfTheFormer : OfTheTime);
    }

    /// <summary>The verb, and the noun that is counted, are said of all figures of the sentence; of the time it is only told whether it is over.</summary>
    private static float WeightOf(QuestionReading reading, int token)
    {
        var asked = reading.Question.Tokens[token];
        if (s_former.Contains(asked.Lower) || TimeWords.IsPeriod(asked.Lower))
        {
            return 0;
        }

        if (char.IsAsciiDigit(asked.Lower[0]))
        {
            return OfTheTime;
        }

        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (reading.Terms[term].FirstToken <= token && token < reading.Terms[term].EndToken)
            {
                return term == reading.Focus || term == reading.MainVerb || asked.IsStopWord ? 0 : reading.Terms[term].IsEntity ? OfAName : reading.Terms[term].Weight >= OfAWord ? OfAWord : reading.Terms[term].Weight > 0 ? OfAWeakWord : 0;
            }
        }

        return 0;
    }

    private static bool IsFormer(Token[] tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (s_former.Contains(tokens[i].Lower) || (i <= first + 1 && s_leadToFormer.Contains(tokens[i].Lower)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Stands(in Token asked, ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Stem == asked.Stem || (token.IsWord && index.Reaches(asked.Stem, token.Stem)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part of the sentence that is about the figure: from the comma or turn before it, the word itself included, to the next.</summary>
    /// <returns>Where it begins, where the figure does, and where it ends.</returns>
    private static (int First, int Own, int End) Around(Token[] tokens, int start, int stop, int least, int most)
    {
        var own = Math.Max(0, Array.FindIndex(tokens, token => token.End > start));
        var first = own;
        while (first > 0 && tokens[first - 1].Start >= least && tokens[first - 1].IsWord && !(first < own && s_turns.Contains(tokens[first].Lower)))
        {
            first--;
        }

        var end = own;
        while (end < tokens.Length && (tokens[end].Start < stop || (tokens[end].End <= most && tokens[end].IsWord && !s_turns.Contains(tokens[end].Lower))))
        {
            end++;
        }

        return (first, own, end);
    }

    private bool IsCounted(QuestionReading reading, Figure figure) => reading.Focus >= 0
        ? figure.Noun is { } noun && IsNoun(reading, reading.Focus, noun)
        : figure.Noun is { } any && Enumerable.Range(0, reading.Terms.Count).Any(term => reading.Parts[term] is PartOfSpeech.Noun && IsNoun(reading, term, any));

    private bool IsNoun(QuestionReading reading, int term, string noun) => Tokenizer.Tokenize(noun) is [.., { } last] && (last.Stem == reading.StemOf(term) || index.Reaches(reading.StemOf(term), last.Stem));

    /// <summary>"How many members" of a sentence that counts votes alone.</summary>
    private bool CountsOther(QuestionReading reading, Figure best, Figure[] figures) =>
        reading.Focus >= 0 && reading.Terms[reading.Focus].Weight >= OfAWord && best.Noun is not null && !IsCounted(reading, best)
        && !(Array.IndexOf(figures, best) is > 0 and var at && IsCounted(reading, figures[at - 1]));
}
