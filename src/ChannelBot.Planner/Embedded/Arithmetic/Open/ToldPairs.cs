using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Open;

/// <summary>Of an article whose figures nobody has named: two that one sentence tells side by side, where a request is likeliest about that sentence.</summary>
internal sealed class ToldPairs(RequestContext context, AskedMeasure asked)
{
    /// <summary>A sentence that fits so much less than the likeliest may still be meant.</summary>
    private const double Nearly = 0.9;

    /// <summary>The sentence has to answer to so much of what is asked, whatever it means; to more where a part is asked for, since of anything there are parts.</summary>
    private const double Least = 0.15, LeastOfShares = 0.5;

    /// <summary>One and two are said of anything.</summary>
    private const int Small = 2;

    private readonly bool _isMoney = context.Says("pounds", "dollars", "euros", "pence", "cents", "money");
    private readonly bool _isMany = context.Says("many") && !context.Resolver.Has(new Range(0, context.Words.Count), WordClass.Day | WordClass.Week | WordClass.Month | WordClass.Hour | WordClass.Minute);

    /// <summary>The only two of their kind, or the two that the article sets against each other, in the first sentence that may be meant and has such; null where there are none.</summary>
    public (FigureEntry First, FigureEntry Second)? Of(Func<FigureEntry, FigureEntry, bool> mayBe)
    {
        var least = OperationReader.Of(context.Words) is Operation.Share ? LeastOfShares : Least;
        foreach (var place in context.Sentences.Likely(Nearly))
        {
            var all = context.Resolver.Index.Entries.Where(entry => context.Resolver.Index.PlaceOf(entry) == place).ToArray();
            if (context.Says("apart") && Array.Exists(all, entry => entry.Figure.Quantity.Unit.Dimension is Dimension.Length))
            {
                return null;
            }

            var here = Array.FindAll(all, MayBe);
            var pairs = here.SelectMany(one => here.Where(other => one != other && AreAlike(one, other) && AreOfTheYear(one, other) && mayBe(one, other)).Select(other => (one, other))).ToArray();
            if (pairs.Length > 0)
            {
                var linked = pairs.Length == 1 ? pairs : Array.FindAll(pairs, pair => FigurePairs.AreLinked(pair.one, pair.other));
                return linked is [var only] && context.Cover.Of(all) >= least && !NamesOther(place) ? only : null;
            }
        }

        return null;
    }

    private bool MayBe(FigureEntry entry) =>
        asked.MayBe(entry) && !(entry.Figure.Form is NumberForm.Count && entry.Figure.Quantity.Value <= Small)
        && (!_isMoney || entry.Figure.Form is NumberForm.Money or NumberForm.Percent) && !(_isMany && entry.Figure.Form is NumberForm.Duration);

    /// <summary>"Fewer than in 2019": one of the two is of that year.</summary>
    private bool AreOfTheYear(FigureEntry one, FigureEntry other) =>
        context.Question.Numbers.All(number => number.Form is not NumberForm.Year || IsOf(one, number) || IsOf(other, number));

    private bool IsOf(FigureEntry entry, NumberMention year) =>
        entry.Figure.Period?.Contains(context.Question.Text[year.NumberStart..year.NumberEnd], StringComparison.Ordinal) is true;

    private static bool AreAlike(FigureEntry one, FigureEntry other) =>
        one.Figure.Form is not NumberForm.Count || one.Noun.Length == 0 || other.Noun.Length == 0 || one.Noun[^1] == other.Noun[^1] || FigurePairs.AreLinked(one, other);

    /// <summary>The request names somebody or something whom the sentence's paragraph does not.</summary>
    private bool NamesOther(int place)
    {
        var paragraph = context.Knowledge.Sentences[place].Paragraph;
        var stems = context.Knowledge.Sentences.Where(sentence => sentence.Paragraph == paragraph).SelectMany(sentence => Tokenizer.Tokenize(sentence.Text)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var tokens = context.Question.Tokens;
        return Enumerable.Range(1, Math.Max(0, tokens.Length - 1)).Any(at => tokens[at] is { IsCapitalised: true, IsStopWord: false } && !stems.Contains(tokens[at].Stem)
            && context.Knowledge.Entities.Any(entity => entity.Name.Contains(context.Question.Text[tokens[at].Start..tokens[at].End], StringComparison.Ordinal)));
    }
}
