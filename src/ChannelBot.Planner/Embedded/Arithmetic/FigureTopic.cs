using ChannelBot.Core.Grammar;
using ChannelBot.Planner.Embedded.Arithmetic.Chains;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Whether a figure is about what a phrase of a question speaks of. One that has the phrase's period, or that counts the same kind of thing, is
/// another one where the phrase names a doing, a thing or a place that the figure has nothing of: arrivals last year are no rescues last year.</summary>
internal sealed class FigureTopic(Question question, FigureIndex index)
{
    /// <summary>A word of the figure's own clause, or a near relation of a word of its name.</summary>
    private const float Answers = 0.5f;

    private const WordClass Tasks = ~(WordClass.None | WordClass.Beat | WordClass.Reach | WordClass.Need | WordClass.Round | WordClass.One | WordClass.Left | WordClass.Divide);

    private QuestionGrammar Grammar => field ??= QuestionGrammar.Of(question);

    /// <summary>One of the figures answers to each thing, doing and name among tokens <paramref name="from"/> to <paramref name="to"/> (exclusive).</summary>
    public bool IsOf(int from, int to, params ReadOnlySpan<FigureEntry> figures)
    {
        for (var i = from; i < to; i++)
        {
            if (IsTelling(i) && !IsAnswered(i, to, figures))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Some of these tokens tell what the number is of.</summary>
    public bool Names(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsTelling(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A thing or doing that the article knows, and that stands in none of these words: the question is another than theirs.</summary>
    /// <param name="words">Of a question that is taken for this one.</param>
    /// <param name="isKnown">Whether the article has the stem.</param>
    public bool HasOther(IReadOnlyCollection<string> words, Func<string, bool> isKnown)
    {
        for (var i = 0; i < question.Tokens.Length; i++)
        {
            if (IsTelling(i) && (isKnown(question.Tokens[i].Stem) || index.Synonyms.PhrasesAt(StemsFrom(i, question.Tokens.Length), 0).Any())
                && !IsSaid(i, question.Tokens.Length, (stem, similarity) => similarity >= Answers && words.Contains(stem), words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word that tells what the number is of: no small word, none that is said of any number, none that says what to do with it.</summary>
    private bool IsTelling(int at)
    {
        var token = question.Tokens[at];
        return token is { IsWord: true, IsStopWord: false } && !char.IsAsciiDigit(token.Lower[0]) && (WordClasses.Of(token.Lower) & Tasks) == 0
            && (!StepWords.Is(token.Lower, StepWord.Light | StepWord.Person) || IsLeaving(at))
            && Grammar.TagOf(at) is Tag.Noun or Tag.Name or Tag.VerbBase or Tag.VerbS or Tag.VerbPast or Tag.Participle or Tag.VerbIng;
    }

    /// <summary>"Left the party": nobody is left.</summary>
    private bool IsLeaving(int at) =>
        question.Tokens[at].Lower is "left" && at + 1 < question.Tokens.Length && Grammar.TagOf(at + 1) is Tag.Determiner or Tag.Possessive or Tag.Name;

    private bool IsAnswered(int at, int to, ReadOnlySpan<FigureEntry> figures)
    {
        var own = figures.ToArray();
        return IsSaid(at, to, (stem, similarity) => index.Postings(stem).Exists(posting => posting.Weight * similarity >= Answers && Array.Exists(own, figure => figure.Index == posting.Figure)), null);
    }

    /// <summary>The word, a phrase that means the same, or a near relation of it is said.</summary>
    /// <param name="others">Words to look for relations among; null for those of the figures.</param>
    private bool IsSaid(int at, int to, Func<string, float, bool> says, IReadOnlyCollection<string>? others)
    {
        var stem = question.Tokens[at].Stem;
        // "Picked up" means what "rescued" does; a figure that only goes up does not.
        return says(stem, 1)
            || index.Synonyms.PhrasesAt(StemsFrom(at, to), 0).Any(phrase => Array.TrueForAll(phrase, word => says(word, 1)))
            || (others is null
                ? Array.Exists(index.Near(stem), near => says(near.Stem, (float)near.Similarity))
                : others.Any(other => Core.Language.Lexicon.English.Similarity(stem, other) >= Answers));
    }

    private string[] StemsFrom(int at, int to) =>
        [.. Enumerable.Range(at, to - at).Select(i => question.Tokens[i]).Where(token => token is { IsWord: true, IsStopWord: false }).Select(token => token.Stem)];
}
