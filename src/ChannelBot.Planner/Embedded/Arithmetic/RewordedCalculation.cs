using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Answers a request for a calculation that the curation has in plainer words.</summary>
internal sealed class RewordedCalculation(ArticleIndex index, IAnswerer calculation) : IAnswerer
{
    /// <summary>From which likelihood on a request is taken for the plain one.</summary>
    private const float Sure = 0.5f;

    /// <summary>Other calculations have many of the same words, so the two have to be this like.</summary>
    private const float Like = 0.5f;

    private readonly QuestionReader _reader = new(index);

    public Step? Propose(Question question) =>
        index.Expected(question.Tokens, [], 1) is [{ Likelihood: >= Sure, Likeness: >= Like, Meaning: Reworded { Rewording.Question: var plain } } match]
        && !NamesAnother(question) && !IsOther(question, match.Ask, plain) && !AsksAnotherMeasure(question, match.Ask, plain) && WithNumbersOf(question, match.Ask, plain) is { } asked
            ? calculation.Propose(question with { Text = asked, Tokens = Tokenizer.Tokenize(asked), Numbers = QuantityScanner.Scan(asked) })
            : null;

    /// <summary>A thing stands in the question that neither the article nor any expected question knows: "what would unemployment be after…".</summary>
    private bool NamesAnother(Question question)
    {
        var reading = _reader.Read(question);
        return Enumerable.Range(0, reading.Terms.Count).Any(term =>
            reading.Parts[term] is PartOfSpeech.Noun && reading.TokenOf(term) is { IsWord: true, IsStopWord: false } token
            && !index.Knows(reading.Terms[term].Key) && !index.Expects(token.Stem) && WordClasses.Of(token.Lower) is WordClass.None);
    }

    /// <summary>A thing or doing of the article stands in the question that the plain one, and the way of asking that it was taken for, know nothing of.</summary>
    private bool IsOther(Question question, string ask, string plain) =>
        new FigureTopic(question, FigureIndex.Of(index.Knowledge)).HasOther([.. Tokenizer.Tokenize(ask).Concat(Tokenizer.Tokenize(plain)).Select(token => token.Stem)], index.Knows);

    /// <summary>"In percent" or "the ratio" is asked for, and neither the plain question nor the way of asking knows of it.</summary>
    private static bool AsksAnotherMeasure(Question question, string ask, string plain) =>
        (MeasuresOf(question.Tokens) & ~MeasuresOf(Tokenizer.Tokenize(ask)) & ~MeasuresOf(Tokenizer.Tokenize(plain))) != 0;

    private static WordClass MeasuresOf(Token[] tokens) =>
        tokens.Aggregate((WordClass)0, (classes, token) => classes | (WordClasses.Of(token.Lower) & (WordClass.Percent | WordClass.Ratio)));

    /// <summary>The plain question with the number that the request has in place of the example's: "how far off 45,000 are we" for "how far off 40,000
    /// are we", which asks "how many more are needed to reach 40,000"; null where the numbers make it another calculation.</summary>
    private static string? WithNumbersOf(Question question, string ask, string plain)
    {
        var example = QuantityScanner.Scan(ask);
        var inPlain = QuantityScanner.Scan(plain);
        var own = question.Numbers.Where(number => !example.Any(number.IsSameValue)).ToArray();
        var open = example.Where(number => !question.Numbers.Any(number.IsSameValue) && inPlain.Any(number.IsSameValue)).ToArray();
        if (own.Length == 0)
        {
            return open.Length == 0 ? plain : null;
        }

        if (own is not [var replacing] || open is not [var replaced] || replacing.Form != replaced.Form)
        {
            return null;
        }

        var place = inPlain.First(replaced.IsSameValue);
        return string.Concat(plain.AsSpan(0, place.NumberStart), question.Text.AsSpan(replacing.NumberStart..replacing.NumberEnd), plain.AsSpan(place.NumberEnd));
    }
}

/// <content>Comparing the numbers of two texts.</content>
file static class NumberMentions
{
    public static bool IsSameValue(this NumberMention one, NumberMention other) => one.Quantity.Value == other.Quantity.Value;
}
