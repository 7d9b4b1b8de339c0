using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Requests in which one number that the user brings stands against a number of the article: a hall that holds so many, a village of so many
/// people, a sum of money for all of them.</summary>
internal sealed class OwnNumbers(ClauseWords words, StepReader reader, Goal goal)
{
    private RequestContext Context => words.Context;

    /// <summary>The calculation; null where the request does not set the two against each other.</summary>
    public Calculation? Propose()
    {
        if (Own() is not { } count || (!IsMoney(count) && !goal.AsksShare && !IsHeld(count.At)))
        {
            return null;
        }

        var isOfMoney = IsMoney(count);
        if (isOfMoney ? !AsksEach() : !(goal.AsksShare ? IsOfIt(count) : AsksHowManySuch(count) || AsksWhoFits()))
        {
            return null;
        }

        if (!isOfMoney && (count.At < goal.From || count.At >= goal.To))
        {
            // What holds so many is not what the article counts.
            words.Read(words.ClauseStart(count.At), words.ClauseEnd(count.At));
        }

        if (new ChainStart(words, reader, goal).Find() is not { } figures || figures is UserTerm || Wording.IsPercent(figures) || RequestContext.UnitOf(figures).Dimension is Dimension.Money)
        {
            return null;
        }

        return isOfMoney ? Each(count, figures) : goal.AsksShare ? Share(count, figures) : AsksHowManySuch(count) ? Such(count, figures) : Fitting(count, figures);
    }

    /// <summary>The only number that the user brings; money is brought, also where it is "spent" or "given".</summary>
    private CountStep? Own() => reader.Steps switch
    {
        [CountStep count] => count,
        [MoreStep more] when more.Number.Quantity.Unit.Dimension is Dimension.Money => new CountStep(more.At, more.Number, ""),
        _ => null,
    };

    private static bool IsMoney(CountStep count) => count.Number.Quantity.Unit.Dimension is Dimension.Money;

    /// <summary>"Has 2,500 people", "holds 90,000", "of 2,500 people".</summary>
    private bool IsHeld(int at) => words[at - 1] is "of" or "about" or "around" or "only" || StepWords.Is(words[at - 1], StepWord.Carry);

    /// <summary>"How much is that a person", "per head", "for each of them".</summary>
    private bool AsksEach()
    {
        for (var i = goal.From; i < goal.To; i++)
        {
            var isEach = words[i] is "per" or "each" or "every" or "apiece" || (words[i] is "a" && StepWords.Is(words[i + 1], StepWord.Person));
            if (isEach && (i + 1 >= words.Count || (words.Words[i + 1].Classes & WordClass.Date) == 0))
            {
                return Context.Says("much", "what");
            }
        }

        return false;
    }

    /// <summary>"Of it", "of that": or of the only thing that is larger than the article's number that the request repeats.</summary>
    private bool IsOfIt(CountStep count) =>
        Enumerable.Range(goal.From, goal.To - goal.From).Any(i => words[i] is "of" && words[i + 1] is "it" or "that" or "them" or "those" or "these") && count.At <= goal.From
        || (reader.Restated is [var restated] && restated.Figure.Quantity.Value < count.Number.Quantity.Value);

    /// <summary>"How many villages that size", "how many such villages".</summary>
    private bool AsksHowManySuch(CountStep count) =>
        goal.Noun is { } noun && (Context.Says("size", "sized", "big", "such", "like", "fill") || words[count.At - 1] is "of")
        && !ThingNames.Same(noun, count.Noun) && Enumerable.Range(0, words.Count).Any(i => i != goal.From + 2 && words.IsContent(i) && ThingNames.Same(words[i], noun));

    /// <summary>"Would they fit, and how many would be left outside?"</summary>
    private bool AsksWhoFits() => words[goal.From] is "how" && words[goal.From + 1] is "many" && Context.Says("outside", "over", "standing", "spare", "room", "left", "empty");

    private Calculation Each(CountStep count, Term figures)
    {
        var each = new ComputedTerm("divide", [count.Number, figures], ComputedRole.Plain);
        return Of(each, evaluation => $"{Wording.Capital(Wording.Full(evaluation.Quantity(each)))}: your {count.Number.Text}, divided by {Wording.Phrase(figures, evaluation)}");
    }

    private Calculation Share(CountStep count, Term part)
    {
        var share = new ComputedTerm("share", [part, count.Number], ComputedRole.Plain);
        return Of(share, evaluation => $"{Wording.Capital(Wording.Full(evaluation.Quantity(share)))}: {Wording.Phrase(part, evaluation)}, out of your {count.Number.Text} {count.Noun}".TrimEnd());
    }

    private Calculation Such(CountStep count, Term figures)
    {
        var times = new ComputedTerm("ratio", [figures, count.Number], ComputedRole.Plain);
        return Of(times, evaluation => $"{Wording.Capital(Wording.Full(evaluation.Quantity(times)))} {goal.Noun}: {Wording.Phrase(figures, evaluation)}, divided by your {count.Number.Text}");
    }

    private Calculation Fitting(CountStep count, Term figures)
    {
        var isOver = RequestContext.Estimate(figures) >= count.Number.Quantity.Value;
        var rest = new ComputedTerm("subtract", isOver ? [figures, count.Number] : [count.Number, figures], ComputedRole.Plain);
        return Of(rest, evaluation => isOver
            ? $"They would not all fit; {Wording.Full(evaluation.Quantity(rest))} are too many: {Wording.Phrase(figures, evaluation)}, less your {count.Number.Text}"
            : $"They would fit, with room for {Wording.Full(evaluation.Quantity(rest))} more: your {count.Number.Text}, less {Wording.Phrase(figures, evaluation)}");
    }

    private Calculation Of(ComputedTerm result, Func<Evaluation, string> text) =>
        new(result, evaluation => Context.Finish(Outcome.Computed, text(evaluation), [result], evaluation));
}
